"""Instants and people in words, for the admin's screens."""

from django import template

from publications.admin.history import name_of
from publications.admin.times import moment

register = template.Library()
register.filter("moment", moment)
register.filter("person", name_of)
