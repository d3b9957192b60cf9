"""Instants and people in words, for the admin's screens."""

from django import template

from publications.admin.history import name_of
from publications.admin.times import moment
from publications.terms import Answer

register = template.Library()
register.filter("moment", moment)
register.filter("person", name_of)


@register.filter
def answer(value: str) -> str:
    """An answer of the checklist in words."""
    return str(dict(Answer.choices).get(value, value))
