"""Letters that stand on a page and can't be seen on it."""
