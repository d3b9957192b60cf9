"""The fixed words of the field: what kinds of review and document there are, and why one is taken dark."""

from django.db.models import TextChoices


class ReviewType(TextChoices):
    """The kinds of review; the names of some changed by law, so each record says under which it was done."""

    SCR = "scr", "Serious case review"
    LCSPR = "lcspr", "Local child safeguarding practice review"
    PRACTICE_LEARNING = "practice_learning", "Practice learning review"
    MULTI_AGENCY = "multi_agency", "Multi-agency learning review"
    THEMATIC = "thematic", "Thematic review"
    NATIONAL = "national", "National review"
    CHILD_PRACTICE = "child_practice", "Child practice review (Wales)"
    DOMESTIC_HOMICIDE = "domestic_homicide", "Domestic homicide review"
    SAFEGUARDING_ADULTS = "safeguarding_adults", "Safeguarding adults review"
    OTHER = "other", "Other review"


class DocumentKind(TextChoices):
    """The kinds of document that a review produces, in the order in which they are listed."""

    OVERVIEW_REPORT = "overview_report", "Overview report"
    EXECUTIVE_SUMMARY = "executive_summary", "Executive summary"
    LEARNING_BRIEFING = "learning_briefing", "Learning briefing"
    BOARD_RESPONSE = "board_response", "Board response"
    ACTION_PLAN = "action_plan", "Action plan"
    IMPROVEMENT = "improvement", "Improvement information"
    STATEMENT = "statement", "Statement"
    EASY_READ = "easy_read", "Easy read version"
    TERMS_OF_REFERENCE = "terms_of_reference", "Terms of reference"
    OTHER = "other", "Other document"


class Medium(TextChoices):
    """What readers get of a publication: a file, or a page of this site."""

    PDF = "pdf", "PDF"
    WEB = "web", "Web page"


class MinimumPolicy(TextChoices):
    """What becomes of a report when its minimum listing period has passed (rule R5)."""

    KEEP = "keep", "Keep it on the site"
    MOVE = "move", "Move it to on request"


class SuspensionCategory(TextChoices):
    """Why something was taken dark; never shown to the public (rule R8)."""

    COURT_ORDER = "court_order", "Court order"
    RISK_OF_HARM = "risk_of_harm", "Risk of harm"
    IDENTIFICATION = "identification", "Identification error"
    WRONG_FILE = "wrong_file", "Wrong file"


class AnnouncedState(TextChoices):
    """What a board may say of a document that it does not publish here (yet); the values are `listing.State`'s."""

    UNDER_WAY = "under_way", "Under way"
    DELAYED = "delayed", "Delayed"
    NOT_PUBLISHED = "not_published", "Not published"
    PUBLISHED_ELSEWHERE = "published_elsewhere", "Published elsewhere"


class FindingKind(TextChoices):
    """What a review says that was found, or recommends."""

    FINDING = "finding", "Finding"
    RECOMMENDATION = "recommendation", "Recommendation"


class ActionStatus(TextChoices):
    """How far an action that follows from a finding or recommendation is."""

    NOT_STARTED = "not_started", "Not started"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "No longer needed"


class Answer(TextChoices):
    """What somebody who signs off answers to a question of the checklist."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_APPLICABLE = "not_applicable", "Does not apply here"
