"""A clean copy of a PDF: without what travels in it unseen, and with the very same pages."""
