"""The body every page shares, as a model field."""

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):
    """The page body: the blocks of `lscb_site.blocks.body`, kept out of migrations.

    A new block is not a change of the schema, so it needs no migration.
    """

    def __init__(self, **kwargs: Any) -> None:
        from lscb_site.blocks.body import BodyBlock

        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        super().__init__(BodyBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The field without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
