"""Reports drawn as PDF: tagged for screen readers, and the same bytes on every run."""
