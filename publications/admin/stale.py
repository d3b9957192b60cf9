"""Two people editing the same thing: the second to save is shown both texts and decides, instead of overwriting."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Field, Model
from django.http import HttpRequest, HttpResponse

SENTENCE = (
    "Somebody else changed this while you had it open, so nothing was saved. Your text is kept in the form; theirs is"
    " shown above it. Put together what should stay, then save again."
)


@dataclass(frozen=True)
class Difference:
    """A field that somebody else changed: its label and what is saved now, in words."""

    label: str
    theirs: str


def stored_values(instance: models.Model, fields: Mapping[str, forms.Field]) -> dict[str, Any]:
    """What the database holds now of the fields of a form, as plain values."""
    saved = saved_now(instance)
    return {name: _plain(saved, name) for name in fields if name != "based_on"}


def saved_now(instance: Model) -> Model:
    """A row as the database holds it now."""
    saved: Model = type(instance).objects.get(pk=instance.pk)  # type: ignore[attr-defined]
    return saved


def _field(instance: Model, name: str) -> "Field[Any, Any]":
    field = instance._meta.get_field(name)
    if not isinstance(field, Field):
        raise TypeError(name)
    return field


def _plain(instance: models.Model, name: str) -> Any:
    field = _field(instance, name)
    if field.many_to_many:
        return sorted(getattr(instance, name).values_list("pk", flat=True))
    return field.value_to_string(instance)


def token(values: Mapping[str, Any]) -> str:
    """A short mark of a set of values: another value, another mark."""
    text = json.dumps(values, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


class StaleGuardForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows on which text it was based, and refuses to overwrite a newer one once."""

    based_on = forms.CharField(widget=forms.HiddenInput, required=False)

    differences: tuple[Difference, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._stored = stored_values(self.instance, self.fields)
            self.initial["based_on"] = token(self._stored)

    def clean(self) -> dict[str, Any]:
        """Adds the sentence, and what they changed, if the text is not the one that was opened."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("based_on") != self.initial["based_on"]:
            self.differences = tuple(self._differences())
            self._base_on_newest()
            self.add_error(None, forms.ValidationError(SENTENCE, code="stale"))
        return cleaned

    def _differences(self) -> Any:
        """Each field in which what is saved now differs from what was typed here."""
        saved = saved_now(self.instance)
        for name in self._stored:
            if name in self.changed_data:
                yield Difference(str(self.fields[name].label), in_words(saved, name))

    def _base_on_newest(self) -> None:
        """Let the next attempt, made with both texts in sight, through."""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix("based_on")] = self.initial["based_on"]


def in_words(instance: models.Model, name: str) -> str:
    """A field's value as one reads it."""
    field = _field(instance, name)
    if field.many_to_many:
        value: Any = ", ".join(str(each) for each in getattr(instance, name).all())
    elif field.choices:
        value = getattr(instance, f"get_{name}_display")()
    else:
        value = getattr(instance, name)
        value = value.words() if hasattr(value, "words") else value
    return str(value or "") or "(empty)"


class StaleGuardView:
    """An editing view that holds the row while it compares and saves."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Saves, or shows both texts; one transaction, so that nobody saves in between."""
        with transaction.atomic():
            self.model.objects.select_for_update().filter(pk=self.kwargs["pk"]).first()  # type: ignore[attr-defined]
            return super().post(request, *args, **kwargs)  # type: ignore[misc, no-any-return]
