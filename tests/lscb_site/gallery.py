"""A page with every shared component on it, and the address map that serves it in tests."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from lscb_site.public_forms import public_form
from lscb_site.urls import handler400, handler403, handler404, handler500
from lscb_site.urls import urlpatterns as site_urls

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

TEMPLATE = Path(__file__).with_suffix(".html")


class EnquiryForm(forms.Form):
    """Every kind of field that public forms have."""

    name = forms.CharField(
        label="Your name", help_text="As we should write to you", error_messages={"required": "Enter your name"}
    )
    email = forms.EmailField(label="E-mail address", required=False)
    message = forms.CharField(label="What you want to say", widget=forms.Textarea(attrs={"rows": 4}))
    kind = forms.ChoiceField(label="Kind", choices=[("", "Any"), ("report", "Report")], required=False)
    reply = forms.ChoiceField(
        label="How to answer", choices=[("email", "E-mail"), ("post", "Post")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="I have read the privacy notice")
    about = forms.MultipleChoiceField(
        label="About", choices=[("a", "Neglect"), ("b", "Harm")], widget=forms.CheckboxSelectMultiple, required=False
    )


@public_form
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component; a sent form comes back with its errors."""
    from lscb_site.models import Contact

    form = EnquiryForm(request.POST if request.method == "POST" else None)
    titles = ["What a review is", "When we carry one out", "Who takes part"]
    sections = [SimpleNamespace(title=title, url=f"/guide/{number}/") for number, title in enumerate(titles)]
    links = [
        SimpleNamespace(title="National collection", url="https://example.org/", description="Reviews of every area."),
        SimpleNamespace(title="Our procedures", url="/procedures/", description=""),
    ]
    context = {
        "form": form,
        "sections": sections,
        "links": links,
        "contact": Contact.objects.first(),
        "page_obj": Paginator(range(200), 10).page(5),
        "breadcrumbs": [
            {"text": "Home", "url": "/"},
            {"text": "Reviews", "url": "/reviews/"},
            {"text": "How we learn"},
        ],
        "last_updated": datetime(2027, 7, 3, 9, 30, tzinfo=UTC),
    }
    return HttpResponse(engines["jinja2"].from_string(TEMPLATE.read_text()).render(context, request))


urlpatterns = [path("gallery/", gallery), *site_urls]
