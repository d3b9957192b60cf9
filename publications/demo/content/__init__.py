"""What the invented board says: plain data, in our own words."""
