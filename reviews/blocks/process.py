"""How a review is carried out."""

from wagtail import blocks

from lscb_site.blocks.documents import DocumentBlock
from reviews.blocks.sources import SourceBlock
from reviews.blocks.texts import GROUP, SectionBlock, one_line, several, text


class StepBlock(blocks.StructBlock):
    """One step, with who does it and by when."""

    title = blocks.CharBlock(max_length=120, label="Step", help_text="A few words, such as Rapid review.")
    text = text("What happens")
    who = one_line("Who does it", "Such as the independent reviewer. May be empty.")
    when = one_line("By when", "Such as within 15 working days. May be empty.")

    class Meta:
        icon = "arrow-right"
        label = "Step"
        label_format = "{title}"


class ProcessBlock(SectionBlock):
    """The steps, the people and the documents of a review."""

    introduction = text("Introduction")
    leader = blocks.TextBlock(
        required=False,
        rows=2,
        label="Who leads",
        help_text="In a sentence, such as: An independent reviewer who has not worked with the family leads it.",
    )
    steps = several(StepBlock(), "Steps", "In the order in which they happen; they are numbered by themselves.")
    professionals = text("How professionals take part")
    families = text("How families take part")
    documents = several(
        DocumentBlock(), "Process documents", "Such as the framework, forms and flow charts. Reports are publications."
    )
    source = SourceBlock(required=False, label="Source")

    class Meta:
        icon = "order"
        group = GROUP
        label = "How it is done"
        label_format = "{heading}"
        template = "reviews/blocks/process.html"
        description = "How a review is carried out: who leads, the steps, how people take part, the documents."
        preview_value = {
            "heading": "How a review is carried out",
            "leader": "An independent reviewer leads it.",
            "steps": [
                {
                    "title": "Gather the facts",
                    "text": "<p>Each agency writes down what it did.</p>",
                    "who": "All agencies",
                },
                {"title": "Meet the family", "when": "before the report is written"},
            ],
            "families": "<p>Parents and carers are asked what they would have needed.</p>",
        }
