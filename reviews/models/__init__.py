"""What reviews are: the statutory guidance they are done under, and the pages that explain them."""

from reviews.models.guidance import StatutoryGuidance

__all__ = ["StatutoryGuidance"]
