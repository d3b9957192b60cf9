"""A section of a page about reviews, as a model field."""

from typing import Any

from wagtail.fields import StreamField


class SectionField(StreamField):
    """One kind of section, kept out of migrations: a change to a block is not a change of the schema."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The field without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "block_types"):
            kwargs.pop(key, None)
        return name, path, [], kwargs
