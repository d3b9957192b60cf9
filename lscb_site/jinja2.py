"""The Jinja environment of the public site."""

from datetime import date, datetime
from typing import Any

import jinja2
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from lscb_site import components
from lscb_site.addresses import absolute
from lscb_site.breadcrumbs import breadcrumb_trail
from lscb_site.contents import with_contents
from lscb_site.sharing import canonical_address
from lscb_site.traps import signed_path
from lscb_site.views.brand import brand_stylesheet

COMPONENTS = "govuk_frontend_jinja"


class Careful(jinja2.Undefined):
    """What an unknown name gives: may be asked for, may not be shown.

    Printing or looping over a misspelt variable or attribute raises, so that a test sees it. Asking whether it
    is there (`{% if %}`, `|default`) is fine, and so is a key that a plain dict lacks: that is how the component
    macros ask for their many optional parameters.
    """

    def _refuse_to_show(self) -> None:
        a_missing_key = type(self._undefined_obj) is dict
        if self._undefined_name is not None and not a_missing_key:
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        self._refuse_to_show()
        return ""

    def __iter__(self) -> Any:
        self._refuse_to_show()
        return iter(())

    def __len__(self) -> int:
        self._refuse_to_show()
        return 0


def written_date(value: date | datetime | None) -> str:
    """A date, or an instant's day in London, as "3 July 2027"; nothing for None."""
    if value is None:
        return ""
    day = timezone.localtime(value) if isinstance(value, datetime) else value
    return f"{day.day} {day:%B %Y}"


def written_datetime(value: datetime | None) -> str:
    """An instant in London as "3 July 2027 at 9:30am"; noon and midnight by name, as GOV.UK writes times."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{written_date(local)} at {_time_of_day(local)}"


def _time_of_day(local: datetime) -> str:
    if local.minute == 0 and local.hour in {0, 12}:
        return "midday" if local.hour else "midnight"
    clock = f"{local.hour % 12 or 12}" + (f":{local:%M}" if local.minute else "")
    return clock + ("am" if local.hour < 12 else "pm")


def iso_date(value: date | datetime | None) -> str:
    """The same day for machines: "2027-07-03"."""
    if value is None:
        return ""
    return (timezone.localtime(value).date() if isinstance(value, datetime) else value).isoformat()


def file_size(value: int | None) -> str:
    """A number of bytes as "1.2 MB"; nothing for None."""
    return "" if value is None else filesizeformat(value).replace("\xa0", " ")


def partial_date(value: Any) -> str:
    """A date known to its year, month or day, in words; nothing where there is none."""
    return value.words() if value else ""


def url(name: str, *args: object, **kwargs: object) -> str:
    """The path of a named view."""
    return reverse(name, args=args, kwargs=kwargs)


def loader(pages: jinja2.BaseLoader) -> jinja2.BaseLoader:
    """Our templates, and the GOV.UK components as `govuk/...` (their own files call it by the package's name)."""
    macros = jinja2.PackageLoader(COMPONENTS)
    return jinja2.ChoiceLoader([pages, jinja2.PrefixLoader({"govuk": macros, COMPONENTS: macros})])


def environment(**options: Any) -> jinja2.Environment:
    """The environment that Django's Jinja2 backend asks for."""
    options |= {
        "loader": loader(options["loader"]),
        "undefined": Careful,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    made = jinja2.Environment(**options)  # noqa: S701 - Django's backend passes autoescape=True
    made.globals |= {
        "static": static,
        "url": url,
        "absolute": absolute,
        "breadcrumb_trail": breadcrumb_trail,
        "canonical_address": canonical_address,
        "brand_stylesheet": brand_stylesheet,
        "exit_address": settings.EXIT_ADDRESS,
        "signed_path": signed_path,
    }
    made.filters |= {
        "date": written_date,
        "datetime": written_datetime,
        "isodate": iso_date,
        "filesize": file_size,
        "partial_date": partial_date,
        "with_contents": with_contents,
        **components.FILTERS,
    }
    return made
