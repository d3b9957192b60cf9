"""What reviews are: the statutory guidance they are done under, and the pages that explain them."""

from reviews.models.base import ReviewSectionPage
from reviews.models.guidance import StatutoryGuidance
from reviews.models.pages import CriteriaPage, PrinciplesPage, ProcessPage, PurposePage, ReviewsIndexPage

__all__ = [
    "CriteriaPage",
    "PrinciplesPage",
    "ProcessPage",
    "PurposePage",
    "ReviewSectionPage",
    "ReviewsIndexPage",
    "StatutoryGuidance",
]
