"""The model fields of our own: the body every page shares, the boxes of a briefing, and a list of words."""

import re
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
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


class BoxesField(StreamField):
    """The boxes of a briefing, kept out of migrations as the body is; a new page begins with the usual seven."""

    def __init__(self, **kwargs: Any) -> None:
        from lscb_site.blocks.briefings import BoxesBlock, seven_boxes

        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", seven_boxes)
        super().__init__(BoxesBlock(), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The field without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "default"):
            kwargs.pop(key, None)
        return name, path, [], kwargs


class WordListFormField(forms.CharField):
    """Words or phrases separated by commas or line ends; repeated and empty ones are dropped."""

    def to_python(self, value: Any) -> Any:
        """The list that was typed."""
        words = (word.strip() for word in re.split(r"[,\n]", super().to_python(value) or ""))
        return list(dict.fromkeys(word for word in words if word))

    def prepare_value(self, value: Any) -> Any:
        """The list as it is typed."""
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another list was typed; other spaces are no change."""
        return bool((initial or []) != self.to_python(data))


class WordListField(ArrayField):  # type: ignore[type-arg]
    """A list of words or phrases that an editor types into one box."""

    def formfield(self, **kwargs: Any) -> Any:
        """One box for the whole list."""
        kwargs.pop("form_class", None)
        return super(ArrayField, self).formfield(
            form_class=WordListFormField, max_length=None, widget=forms.Textarea(attrs={"rows": 2}), **kwargs
        )
