"""The screens of a review's findings and actions."""
