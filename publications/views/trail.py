"""Breadcrumbs of our own sections, by the names that editors gave them in the navigation."""

from django.conf import settings

from lscb_site.breadcrumbs import Crumb

SECTIONS = {name: Crumb(label, address) for name, label, address in settings.SITE_SECTIONS}
PUBLICATIONS = SECTIONS["publications"]
TOPICS = SECTIONS["topics"]
SEARCH = SECTIONS["search"]
HOME = Crumb("Home", "/")


def trail(*steps: Crumb) -> list[Crumb]:
    """From the home page; the last step is the page itself."""
    return [HOME, *steps[:-1], Crumb(steps[-1].text)]
