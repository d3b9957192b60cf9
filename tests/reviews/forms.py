"""Pages made as editors make them: by the admin's own forms, over HTTP."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield


def as_typed(block: blocks.Block, value: Any) -> Any:
    """What the form sends for a block, from the same value as plain data; parts left out are as the form has them."""
    if isinstance(block, blocks.StreamBlock):
        return streamfield([(name, as_typed(block.child_blocks[name], child)) for name, child in value or []])
    if isinstance(block, blocks.ListBlock):
        return streamfield([("item", as_typed(block.child_block, child)) for child in value or []])
    if isinstance(block, blocks.StructBlock):
        typed = {name: as_typed(child, (value or {}).get(name)) for name, child in block.child_blocks.items()}
        return {name: child for name, child in typed.items() if child is not None}
    return _one_field(block, value)


def _one_field(block: blocks.Block, value: Any) -> Any:
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(value or "", features=block.features)
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    if value is None and isinstance(block, blocks.ChoiceBlock):
        return block.get_default() or ""
    return "" if value is None else str(value)


def filled_in(model: type[Page], given: dict[str, Any]) -> dict[str, Any]:
    """The form's fields for `given`: stream fields from (block, value) pairs, all others as they are."""
    streams = {field.name: field.stream_block for field in model._meta.get_fields() if hasattr(field, "stream_block")}
    typed = {name: as_typed(block, given.get(name)) for name, block in streams.items()}
    return nested_form_data(typed) | {name: value for name, value in given.items() if name not in streams}


@dataclass(frozen=True)
class Desk:
    """An editor at work: a logged-in client, and the home page below which the pages go."""

    client: Client
    home: Page

    def publish(self, model: type[Page], parent: Page | None = None, **given: Any) -> Any:
        """Open the form for a new page, fill it in and publish it; AssertionError with the form's complaints."""
        above = parent or self.home
        address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, above.pk])
        self._send(address, model, given)
        return model.objects.child_of(above).get(title=given["title"])

    def revise(self, page: Page, **given: Any) -> Any:
        """Open the form of a page, fill it in anew and publish it."""
        self._send(reverse("wagtailadmin_pages:edit", args=[page.pk]), type(page), given)
        return type(page).objects.get(pk=page.pk)

    def _send(self, address: str, model: type[Page], given: dict[str, Any]) -> None:
        form = querydict_from_html(self.client.get(address).text, form_id="page-edit-form")
        for name, value in filled_in(
            model, {"topics": []} | given
        ).items():  # the helper takes a first topic for chosen
            form.setlist(name, value if isinstance(value, list) else [value])
        form["action-publish"] = "action-publish"
        answer = self.client.post(address, form)
        assert answer.status_code == 302, complaints(answer)


def complaints(answer: Any) -> str:
    """What a form that was not accepted says."""
    form = answer.context["form"]
    return " ".join(f"{name}: {error.as_data()}" for name, error in form.errors.items())
