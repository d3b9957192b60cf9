"""Finding reviews, the pages inside their files, topics, contacts and pages of the site by words.

What is looked through is what the database holds as public at the instant asked about (models/spans.py); what is dark
is in no text that is searched, counted or suggested from (rule R8).
"""
