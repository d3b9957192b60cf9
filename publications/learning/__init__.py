"""Findings and recommendations of a review, and what is done about them: for the public, and as a spreadsheet."""
