"""Pages made as editors make them: by the admin's own forms, over HTTP."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield


def as_typed(block: blocks.Block, value: Any) -> Any:
    """What the form sends for a block, from the same value as plain data; parts left out are left empty."""
    if isinstance(block, blocks.StreamBlock):
        return streamfield([(name, as_typed(block.child_blocks[name], child)) for name, child in value or []])
    if isinstance(block, blocks.ListBlock):
        return streamfield([("item", as_typed(block.child_block, child)) for child in value or []])
    if isinstance(block, blocks.StructBlock):
        typed = {name: as_typed(child, (value or {}).get(name)) for name, child in block.child_blocks.items()}
        return {name: child for name, child in typed.items() if child is not None}
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(value or "", features=block.features)
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    return "" if value is None else str(value)


def filled_in(model: type[Page], given: dict[str, Any]) -> dict[str, Any]:
    """The form's fields for `given`: stream fields from (block, value) pairs, all others as they are."""
    streams = {field.name: field.stream_block for field in model._meta.get_fields() if hasattr(field, "stream_block")}
    typed = {name: as_typed(block, given.get(name)) for name, block in streams.items()}
    return nested_form_data(typed | {name: value for name, value in given.items() if name not in streams})


def publish(client: Client, parent: Page, model: type[Page], **given: Any) -> Page:
    """Open the form for a new page below `parent`, fill it in, publish it; the page, or the form's complaint."""
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    form = querydict_from_html(client.get(address).text, form_id="page-edit-form")
    form.update(filled_in(model, given))
    form["action-publish"] = "action-publish"
    answer = client.post(address, form)
    assert answer.status_code == 302, complaints(answer)
    return model.objects.child_of(parent).get(title=given["title"])


def complaints(answer: Any) -> str:
    """What a form that was not accepted says."""
    form = answer.context["form"]
    return f"{form.errors.as_json()} {form.non_field_errors()}"
