"""Texts that become web pages: Word files and pictures they are made from, and what is frozen of them."""
