"""Wiring of the app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """What reviews are: guidance editions, and pages about them."""

    name = "reviews"
    verbose_name = "Reviews"

    def ready(self) -> None:
        """Connect the signals."""
        from reviews import signals  # noqa: F401
