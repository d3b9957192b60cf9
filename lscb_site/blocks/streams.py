"""What every stream of blocks of ours has."""

from typing import Any

from django.core.exceptions import BadRequest
from django.utils.datastructures import MultiValueDictKeyError
from wagtail import blocks


class WholeStreamBlock(blocks.StreamBlock):
    """A stream that takes a whole form or none."""

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        """What a form sent; BadRequest (400) for one that lacks a part, which no form of ours does."""
        try:
            return super().value_from_datadict(data, files, prefix)
        except (MultiValueDictKeyError, ValueError) as error:
            raise BadRequest(f"The form is not whole: {error}") from error
