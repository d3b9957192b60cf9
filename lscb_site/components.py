"""From our objects to the parameters that the component macros take: Jinja filters."""

import re
from typing import Any

from django import forms
from django.core.paginator import Page
from django.forms import BaseForm, BoundField

Parameters = dict[str, Any]

KINDS: dict[type[forms.Widget], str] = {
    forms.HiddenInput: "hidden",
    forms.Textarea: "textarea",
    forms.CheckboxInput: "checkboxes",
    forms.CheckboxSelectMultiple: "checkboxes",
    forms.RadioSelect: "radios",
    forms.Select: "select",
}


def as_crumbs(trail: list[Any]) -> list[Parameters]:
    """Breadcrumbs as the component takes them; the page itself has no address."""
    return [
        {"text": _get(crumb, "text"), "href": _get(crumb, "url")}
        if _get(crumb, "url")
        else {"text": _get(crumb, "text"), "attributes": {"aria-current": "page"}}
        for crumb in trail
    ]


def as_menu(items: list[Any]) -> list[Parameters]:
    """Navigation as the component takes it; `active` rather than `current`: one may be below the page it names."""
    return [{"text": item.text, "href": item.url, "active": item.current} for item in items]


def as_pages(page: "Page[Any]", query: str = "") -> Parameters:
    """A page of a list as the pagination takes it; `query` is put before each page number."""
    before = f"?{query}&page=" if query else "?page="
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    parameters: Parameters = {
        "landmarkLabel": "Pages of this list",
        "items": [
            {"number": number, "href": f"{before}{number}", "current": number == page.number}
            if isinstance(number, int)
            else {"ellipsis": True}
            for number in numbers
        ],
    }
    if page.has_previous():
        parameters["previous"] = {"href": f"{before}{page.previous_page_number()}"}
    if page.has_next():
        parameters["next"] = {"href": f"{before}{page.next_page_number()}"}
    return parameters


def as_error_list(form: BaseForm) -> list[Parameters]:
    """Every error of a form; those of a field lead to it."""
    errors: list[Parameters] = [{"text": message} for message in form.non_field_errors()]
    for name, messages in form.errors.items():
        if name in form.fields:
            errors += [{"text": message, "href": f"#{form[name].auto_id}"} for message in messages]
    return errors


def as_field(bound: BoundField) -> Parameters:
    """A bound field as the component of its kind takes it (`kind` says which)."""
    kind = kind_of(bound.field.widget)
    parameters: Parameters = {
        "kind": kind,
        "id": bound.auto_id,
        "idPrefix": bound.auto_id,
        "name": bound.html_name,
        "label": {"text": bound.label, "classes": "govuk-label--s"},
        "hint": {"text": bound.help_text} if bound.help_text else None,
        "errorMessage": {"text": bound.errors[0]} if bound.errors else None,
        "value": bound.value() if bound.value() is not None else "",
        "attributes": _attributes(bound),
    }
    if kind == "text":
        parameters["type"] = getattr(bound.field.widget, "input_type", "text")
        if parameters["type"] == "password":
            parameters["value"] = ""  # typed again, and never sent back
    if kind in {"radios", "checkboxes", "select"}:
        parameters |= _choices(bound, kind)
    autocomplete = bound.field.widget.attrs.get("autocomplete")
    return parameters | ({"autocomplete": autocomplete} if autocomplete else {})


def kind_of(widget: forms.Widget) -> str:
    """The component for a widget; a subclass counts as its nearest parent in KINDS."""
    return next((KINDS[parent] for parent in type(widget).__mro__ if parent in KINDS), "text")


def telephone_link(number: str) -> str:
    """The `tel:` address of a number as people write it; "(0)" inside one and words after it aren't dialled."""
    international = number.strip().startswith("+")
    dialled = re.split(r"[^\d\s().+-]", number.replace("(0)", "") if international else number)[0]
    digits = re.sub(r"\D", "", dialled)
    return f"tel:{'+' if international else ''}{digits}"


def _attributes(bound: BoundField) -> Parameters:
    kept = {"maxlength", "minlength", "inputmode", "rows"}
    attributes = {name: str(value) for name, value in bound.field.widget.attrs.items() if name in kept}
    return attributes | ({"aria-required": "true"} if bound.field.required else {})


def _choices(bound: BoundField, kind: str) -> Parameters:
    if isinstance(bound.field.widget, forms.CheckboxInput):
        items = [{"value": "on", "text": bound.label, "checked": bool(bound.value())}]
        return {"items": items, "label": None, "attributes": {}}
    value = bound.value()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
    mark = "selected" if kind == "select" else "checked"
    options: list[tuple[Any, Any]] = list(bound.field.choices)  # type: ignore[attr-defined]
    items = [{"value": str(key), "text": str(label), mark: str(key) in chosen} for key, label in options]
    if kind == "select":
        return {"items": items}
    legend = {"legend": {"text": bound.label, "classes": "govuk-fieldset__legend--s"}}
    return {"items": items, "fieldset": legend, "attributes": {}}


def _get(thing: Any, name: str) -> str:
    return str((thing.get(name, "") if isinstance(thing, dict) else getattr(thing, name, "")) or "")


FILTERS = {
    "as_crumbs": as_crumbs,
    "as_error_list": as_error_list,
    "as_field": as_field,
    "as_menu": as_menu,
    "as_pages": as_pages,
    "tel": telephone_link,
}
