"""One small form for each action, and the table of them."""

from publications.admin.forms.base import ActionForm
from publications.admin.forms.darkness import (
    ConfirmForm,
    DestroyForm,
    DiscardForm,
    LiftForm,
    ReinstateForm,
    SuspendForm,
    SuspendReviewForm,
)
from publications.admin.forms.files import CleanForm, CorrectForm, UploadForm
from publications.admin.forms.keeping import AnnounceForm, DecideForm, MoveForm
from publications.admin.forms.release import ReleaseForm, UnscheduleForm
from publications.admin.forms.reviews import (
    ChangeSlugForm,
    EraseSlugForm,
    HideFindingsForm,
    NoTraceForm,
    ShowFindingsForm,
)
from publications.admin.forms.signing import CheckForm, OverruleForm, ReturnForm, SignOffForm
from publications.admin.forms.texts import GiveTextForm
from publications.admin.forms.web import FreezeCorrectionForm, FreezeForm
from publications.models import FileVersion, Publication, Review, Suspension

# What each form acts on -> its forms; SUSPEND, CHANGE_SLUG, SHOW_FINDINGS are in two rows or forms, others in one.
FORMS: dict[type, tuple[type[ActionForm], ...]] = {
    Publication: (
        UploadForm, CorrectForm, ReleaseForm, UnscheduleForm, AnnounceForm, DecideForm, MoveForm, SuspendForm,
        FreezeForm, FreezeCorrectionForm,
    ),
    FileVersion: (SignOffForm, ReturnForm, OverruleForm, CheckForm, CleanForm, GiveTextForm, DiscardForm, DestroyForm),
    Suspension: (ConfirmForm, LiftForm, ReinstateForm),
    Review: (SuspendReviewForm, ChangeSlugForm, EraseSlugForm, NoTraceForm, ShowFindingsForm, HideFindingsForm),
}  # fmt: skip


def form_of(model: type, name: str) -> type[ActionForm] | None:
    """The form with a name, of what can be done to a kind of thing; None if there is none."""
    return next((form for form in FORMS[model] if (form.name or form.action.value) == name), None)
