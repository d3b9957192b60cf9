"""Form fields for the admin."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class SuggestedTextInput(forms.TextInput):
    """One line of free text that offers some wordings while one types; nothing has to be picked."""

    def __init__(self, suggestions: tuple[str, ...] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions = suggestions

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The text field with its list of suggestions beside it."""
        list_id = f"{(attrs or {}).get('id', name)}-suggestions"
        text_input = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((text,) for text in self.suggestions))
        return format_html('<span>{}<datalist id="{}">{}</datalist></span>', text_input, list_id, options)
