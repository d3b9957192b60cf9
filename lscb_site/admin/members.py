"""Who may read a page of the members' area is chosen on its screen; pages outside have no such choice."""

from typing import Any

from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from lscb_site.members.area import is_in_area
from lscb_site.models import MembersPage


class AreaPrivacyForm(PageViewRestrictionForm):
    """Everybody who is signed in, or some groups; the area's first page is never open to all."""

    def __init__(self, *args: Any, may_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["restriction_type"]
        kind.label = "Who may read it"
        kind.choices = [(code, label) for code, label in kind.choices if may_open or code != PageViewRestriction.NONE]


class AreaPrivacyView(SetPrivacyView):
    """Wagtail's, for pages of the members' area; for others there is nothing to choose, whoever asks."""

    form_class = AreaPrivacyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Says whether the page may go without a restriction of its own: any but the first may."""
        given: dict[str, Any] = super().get_form_kwargs()
        return given | {"may_open": not MembersPage.objects.filter(pk=self.page.pk).exists()}

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """The choice, where there is one."""
        return super().get(*args, **kwargs) if is_in_area(self.page) else self.nothing_to_choose()

    def post(self, *args: Any, **kwargs: Any) -> Any:
        """Chooses, where there is a choice."""
        return super().post(*args, **kwargs) if is_in_area(self.page) else self.http_method_not_allowed(self.request)

    def nothing_to_choose(self) -> Any:
        """Wagtail's sentence for pages without a choice."""
        return render_modal_workflow(self.request, "wagtailadmin/page_privacy/no_privacy.html", None)
