"""The editing screen of pages: whoever saves second is told so, and neither text is lost."""

from typing import Any

from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from lscb_site.addresses import reserved
from lscb_site.admin.members import AreaPrivacyView
from lscb_site.homes import HOME_DEPTH
from lscb_site.members.area import STAYS, is_in_area

SENTENCE = (
    "Somebody else saved this page while you had it open, so nothing of yours was saved. Your text is kept in the form"
    " below; theirs is in the page's history. Put together what should stay, then save again."
)


class Careful:
    """Saves only on top of what the editor saw: Wagtail asks that of its autosave and not of people."""

    request: HttpRequest
    page: Any
    latest_revision: Any
    form_invalid: Any
    is_out_of_date: bool

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One transaction that holds the page's row, so that nobody saves between the look and the save."""
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]
        request.POST = without_overwriting(request.POST)  # type: ignore[assignment,unused-ignore]
        with transaction.atomic():
            list(Page.objects.select_for_update().filter(pk=kwargs["page_id"]).values_list("pk"))
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]

    def form_valid(self, form: Form) -> HttpResponse:
        """Saves, or shows the form again, with both texts within reach."""
        if self.was_saved_meanwhile():
            form.add_error(None, SENTENCE)
            self.show_way_to_theirs()
            return self.form_invalid(form)  # type: ignore[no-any-return]
        return super().form_valid(form)  # type: ignore[misc, no-any-return]

    def was_saved_meanwhile(self) -> bool:
        """Whether the newest revision is another than the form was made from; a form that doesn't say is refused."""
        newest = str(self.latest_revision.pk) if self.latest_revision else ""
        return self.request.POST.get("loaded_revision_id", "") != newest or self.is_out_of_date

    def show_way_to_theirs(self) -> None:
        """A button beside the sentence."""
        button = messages.button(self.address_of_changes(), "See what they changed", new_window=True)
        messages.warning(self.request, "The page was changed meanwhile.", buttons=[button])

    def address_of_changes(self) -> str:
        """The comparison of what the editor saw with what is saved now."""
        seen = self.request.POST.get("loaded_revision_id", "")
        known = seen.isdigit() and self.page.revisions.filter(pk=seen).exists()
        return reverse(
            "wagtailadmin_pages:revisions_compare", args=[self.page.pk, seen if known else "earliest", "latest"]
        )


def without_overwriting(sent: Any) -> Any:
    """What was sent, without the demand of an autosave to change a revision, which may be the live one."""
    kept = sent.copy()
    kept.pop("overwrite_revision_id", None)
    return kept


def explain_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Before a page is moved: back with a sentence if it would leave the members' area, or if its address is taken."""
    if is_in_area(page) and not is_in_area(destination):
        messages.error(request, STAYS)
        return redirect("wagtailadmin_pages:move", page.pk)
    if destination.depth != HOME_DEPTH or not reserved(page.slug):
        return None
    messages.error(
        request,
        f"/{page.slug}/ is the address of a part of this site, so this page can't stand there. Change the last part of"
        " its address first, on its “Promote” tab.",
    )
    return redirect("wagtailadmin_pages:move", page.pk)


class CarefulEditView(Careful, EditView):
    """The screen of a page."""


class CarefulRevertView(Careful, RevisionsRevertView):
    """The screen of an earlier version that is to be saved again."""


class CarefulPageViewSet(PageViewSet):
    """For every type of page."""

    model = Page
    edit_view_class = CarefulEditView
    revisions_revert_view_class = CarefulRevertView
    set_privacy_view_class = AreaPrivacyView
