"""A table that a screen reader can follow.

Wagtail's typed table rather than its other table block: each cell is a block, so that links and lists work in it,
columns always have headings and there is a caption; and its editor needs no second spreadsheet library.
"""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


def cells() -> TypedTableBlock:
    """The kinds of column a table may have."""
    return TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label="Plain text")),
            ("rich_text", blocks.RichTextBlock(required=False, label="Text with links and lists")),
        ],
        label="Table",
    )


class TableBlock(blocks.StructBlock):
    """A table with a caption, a heading on each column and perhaps on each row."""

    table = cells()
    row_headings = blocks.BooleanBlock(
        required=False, default=False, label="The first column holds the headings of the rows"
    )

    class Meta:
        template = "lscb_site/blocks/table.html"
        icon = "table"
        group = "Pictures and tables"
        label = "Table"
        description = "A table with a caption and headings."
        preview_value: Any = {
            "table": {
                "columns": [{"type": "text", "heading": "Step"}, {"type": "text", "heading": "By when"}],
                "rows": [{"values": ["Rapid review", "15 working days"]}, {"values": ["Report", "6 months"]}],
                "caption": "How long each step takes",
            },
            "row_headings": True,
        }

    def clean(self, value: Any) -> Any:
        """Refuses a table without a caption or with a column that has no heading."""
        cleaned = super().clean(value)
        table = cleaned["table"]
        if table.columns and not (table.caption or "").strip():
            message = "Give the table a caption that says what it shows: people who cannot see it rely on that."
            raise StructBlockValidationError(non_block_errors=[ValidationError(message)])
        if not all(column["heading"].strip() for column in table.columns):
            message = "Give every column a heading: people who cannot see the table rely on that."
            raise StructBlockValidationError(non_block_errors=[ValidationError(message)])
        return cleaned
