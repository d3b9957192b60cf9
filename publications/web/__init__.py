"""Reports and summaries as web pages: drafted in the admin, frozen as a file version, shown while that is on the site.

docs/decisions/html-versions.md says why it is made as it is.
"""
