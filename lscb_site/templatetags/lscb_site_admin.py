"""Tags for our screens of the admin."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from lscb_site.members.area import is_in_area

register = template.Library()
register.filter("in_members_area", is_in_area)


@register.simple_tag(takes_context=True)
def public_block_preview(context: Any) -> SafeString:
    """A block as the public site shows it: by the public templates, with all that they may use."""
    given = {name: value for name, value in context.flatten().items() if name != "request"}
    page = render_to_string("components/block_preview.html", given, request=context["request"])
    return mark_safe(page)  # noqa: S308 - a whole page that its own template has escaped
