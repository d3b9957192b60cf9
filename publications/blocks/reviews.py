"""Reviews on ordinary pages: one, or all of a kind. What is dark is not shown."""

from typing import Any

from wagtail import blocks

from lscb_site.blocks.texts import optional_heading
from publications.choosers import ReviewChooserBlock
from publications.terms import ReviewType

GROUP = "Publications"
OWN, OTHERS = "own", "others"
MOST_REVIEWS = 100


class ReviewBlock(blocks.StructBlock):
    """One review with its documents."""

    review = ReviewChooserBlock(label="Review")

    class Meta:
        template = "publications/blocks/review.html"
        icon = "folder-open-inverse"
        group = GROUP
        label = "Review"
        label_format = "{review}"
        description = "One review with its documents, each with its state and a link while it is on the site."

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `record`; None if nothing may be told of the review."""
        from publications.blocks.asked import record_now

        context: dict[str, Any] = super().get_context(value, parent_context)
        review = value.get("review")
        return context | {"record": record_now(review.pk) if review else None}

    def get_preview_value(self) -> Any:
        """The first review that is public."""
        from publications.blocks.asked import records_now

        newest = next(iter(records_now(count=1)), None)
        return self.to_python({"review": newest.number if newest else None})


class ReviewsBlock(blocks.StructBlock):
    """The reviews of a kind, of this board or of others."""

    heading = optional_heading()
    by = blocks.ChoiceBlock(
        choices=[(OWN, "This board's own"), (OTHERS, "Other bodies'")],
        required=False,
        label="Published by",
        help_text="Left empty: both.",
    )
    review_type = blocks.ChoiceBlock(
        choices=ReviewType.choices, required=False, label="Type of review", help_text="Left empty: all types."
    )
    count = blocks.IntegerBlock(
        required=False, min_value=1, max_value=MOST_REVIEWS, label="How many", help_text="Left empty: all of them."
    )

    class Meta:
        template = "publications/blocks/reviews.html"
        icon = "list-ul"
        group = GROUP
        label = "Reviews of a kind"
        description = (
            "All reviews of a type, your own or other bodies', the newest first; new ones appear by themselves."
        )
        preview_value: Any = {"heading": "Our reviews", "by": OWN, "count": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `records`."""
        from publications.blocks.asked import records_now

        context: dict[str, Any] = super().get_context(value, parent_context)
        wanted = {name: value.get(name) or "" for name in ("by", "review_type")}
        return context | {"records": records_now(**wanted, count=value.get("count") or MOST_REVIEWS)}
