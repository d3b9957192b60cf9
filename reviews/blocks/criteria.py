"""When a review is carried out."""

from wagtail import blocks

from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, SectionBlock, SuggestedTextBlock, text

LEAD_INS = (
    "A review is carried out when all of these apply:",
    "A review is carried out when any of these applies:",
    "Additionally, where any of these applies:",
    "A review may also be carried out when:",
    "A review is always carried out when:",
)


class CriterionBlock(blocks.StructBlock):
    """One point."""

    text = blocks.TextBlock(
        label="Point", rows=2, help_text="One condition, as it reads after the words above the list."
    )
    source = SourceBlock(required=False, label="Source of this point")

    class Meta:
        icon = "tick"
        label = "Point"
        label_format = "{text}"
        form_layout = blocks.BlockGroup(children=["text"], settings=["source"])


class CriteriaGroupBlock(blocks.StructBlock):
    """Points that belong together, with the words that say how."""

    lead_in = SuggestedTextBlock(
        LEAD_INS,
        required=False,
        max_length=255,
        label="Words before the list",
        help_text="Say whether all or any of the points must apply. Type your own words or take a suggestion.",
    )
    points = blocks.ListBlock(
        CriterionBlock(),
        label="Points",
        help_text="The settings of a point (the small wheel) take the act or chapter that this one point comes from.",
    )
    source = SourceBlock(required=False, label="Source of the whole group")

    class Meta:
        icon = "list-ul"
        label = "Group of criteria"
        label_format = "{lead_in}"
        form_layout = blocks.BlockGroup(
            children=["lead_in", "points", blocks.BlockGroup(["source"], heading="Source", classname="collapsed")]
        )


class CriteriaBlock(SectionBlock):
    """An introduction and groups of criteria."""

    introduction = text("Introduction")
    groups = blocks.ListBlock(
        CriteriaGroupBlock(),
        label="Groups of criteria",
        help_text="One group for each list, such as the main condition and then the additional ones.",
    )

    class Meta:
        icon = "tasks"
        group = GROUP
        template = "reviews/blocks/criteria.html"
        label_format = "{heading}"
        description = "When a review is carried out: lists of conditions, each with the words before it and its source."
        preview_value = {
            "heading": "When we carry out a review",
            "groups": [
                {
                    "lead_in": LEAD_INS[0],
                    "points": [
                        {"text": "a child has died or was seriously harmed"},
                        {"text": "abuse or neglect is known or suspected", "source": {"act": "Children Act 2004"}},
                    ],
                },
                {"lead_in": LEAD_INS[3], "points": [{"text": "agencies could learn from what went well"}]},
            ],
        }
