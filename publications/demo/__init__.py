"""An invented board for a first look at the site: its pages, people, reviews and reports.

Larkmoor does not exist. No child, family, place or report in here is real, and every sentence was written for it.
"""
