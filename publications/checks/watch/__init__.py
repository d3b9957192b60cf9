"""The officer's own list of names, places and dates, compared with a file. Nothing of it is kept anywhere."""
