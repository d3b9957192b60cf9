"""The pictures of a draft: added, described, taken away; and shown to those who prepare it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from publications.actions.files import refuse_unless_clean
from publications.admin.web.views import OfDraft, draft_address
from publications.errors import Refused
from publications.models import DraftPicture, FrozenPicture
from publications.policy import handles_files
from publications.web import drafts

MISSING = "Say what it shows, or tick that it says nothing."


class DescriptionForm(forms.ModelForm[DraftPicture]):
    """What a picture says to people who can't see it."""

    class Meta:
        model = DraftPicture
        fields = ["alternative", "is_decorative"]
        widgets = {"alternative": forms.Textarea(attrs={"rows": 3})}

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("alternative", "").strip() and not cleaned.get("is_decorative"):
            self.add_error("alternative", forms.ValidationError(MISSING, code="required"))
        return cleaned


class PictureForm(DescriptionForm):
    """A new picture."""

    file = forms.FileField(
        label="The picture",
        help_text="PNG, JPEG, GIF or WebP. Where and when it was taken, and by whom, is taken out of it.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/gif,image/webp", "class": "ledger-drop"}),
        error_messages={"required": "Choose the picture first.", "empty": "This file is empty. Choose another."},
    )
    field_order = ["file", "alternative", "is_decorative"]


class PictureScreen(OfDraft, TemplateView):
    """A form about one picture."""

    template_name = "publications_admin/draft_picture.html"
    form_class: type[DescriptionForm] = DescriptionForm

    def picture(self) -> DraftPicture | None:
        """The picture that is there."""
        return get_object_or_404(self.draft.pictures, number=self.kwargs["number"])

    def show(self, form: forms.ModelForm[DraftPicture]) -> HttpResponse:
        """The screen."""
        context = self.get_context_data(form=form, picture=self.picture(), publication=self.publication)
        return self.render_to_response(context)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002 - Django's signature
        """The form."""
        return self.show(self.form_class(instance=self.picture(), label_suffix=""))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Saves it."""
        form = self.form_class(request.POST, request.FILES, instance=self.picture(), label_suffix="")
        if not form.is_valid():
            return self.show(form)
        try:
            said = self.save(form)
        except Refused as refused:
            form.add_error(None, refused.sentence)
            return self.show(form)
        messages.success(request, said)
        return redirect(draft_address(self.publication.pk))

    def save(self, form: Any) -> str:
        """Keep it; what is said then."""
        form.save()
        return f"{form.instance} is described."


class AddPicture(PictureScreen):
    """A new one."""

    here = page_title = "Add a picture"
    form_class = PictureForm

    def picture(self) -> None:
        """None yet."""

    def save(self, form: Any) -> str:
        """Clean it and keep it."""
        cleaned = form.cleaned_data
        refuse_unless_clean(cleaned["file"])
        picture = drafts.add_picture(
            self.draft,
            drafts.cleaned_picture(cleaned["file"]),
            alternative=cleaned["alternative"],
            is_decorative=cleaned["is_decorative"],
        )
        return f"It is picture {picture.number}. Put a figure with this number into the text where it belongs."


class EditPicture(PictureScreen):
    """What it shows, in words; or its removal."""

    here = page_title = "Describe a picture"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Saves the words, or takes the picture away."""
        if "remove" not in request.POST:
            return super().post(request, **kwargs)
        picture = self.picture()
        if picture is not None:
            drafts.remove_picture(picture)
            messages.success(request, f"{picture} is taken out.")
        return redirect(draft_address(self.publication.pk))


def draft_picture(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """The bytes of a picture of a draft, for those who manage or sign off."""
    _refuse_others(request)
    return bytes_of(get_object_or_404(DraftPicture, draft__publication=pk, number=number))


def version_picture(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """The same of a frozen version."""
    _refuse_others(request)
    return bytes_of(get_object_or_404(FrozenPicture, version=pk, number=number))


def _refuse_others(request: HttpRequest) -> None:
    if not handles_files(request.user):
        raise PermissionDenied


def bytes_of(picture: DraftPicture | FrozenPicture) -> HttpResponseBase:
    """A picture, kept nowhere and able to do nothing."""
    try:
        stored = picture.open()
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(stored, content_type=picture.media_type)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
