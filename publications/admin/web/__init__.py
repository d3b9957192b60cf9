"""The screens on which the text of a report is written, looked at and frozen."""
