"""An address that must be forgotten is forgotten by what readers said of it, too."""

from datetime import date

import pytest

from lscb_site.models import PageRating
from publications import actions
from publications.models import FormerSlug
from tests.publications import factories as make

pytestmark = pytest.mark.django_db


def test_erasing_a_former_address_erases_what_was_said_of_it() -> None:
    review = make.released(make.publication(make.review("Child G", slug="a-real-name"))).review
    for path in ("/publications/a-real-name/", "/publications/a-real-name/summary/", "/publications/a-real-name-2/"):
        PageRating.objects.create(path=path, answer="no", day=date(2026, 7, 3))
    actions.change_slug(review, slug="child-g", by=make.editor())
    assert PageRating.objects.count() == 3
    actions.erase_former_slug(FormerSlug.objects.get(), by=make.editor())
    assert [rating.path for rating in PageRating.objects.all()] == ["/publications/a-real-name-2/"]
