"""Tags for our screens of the admin."""
