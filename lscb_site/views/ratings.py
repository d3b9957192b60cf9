"""“Was this page useful?”: one press of a button, then a comment for those who like. Neither is shown to the public."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lscb_site.limits import allows
from lscb_site.models import BoardSettings, PageRating
from lscb_site.models.ratings import LONGEST_COMMENT, LONGEST_PATH, Answer
from lscb_site.public_forms import public_form
from lscb_site.traps import StaleError, TrappedError, opened, signed

MOST_IN_AN_HOUR = 30  # of one network: an office full of people reads the same briefing
ONE_HOUR = 3600
SEE_OTHER = 303


class CommentForm(forms.Form):
    """A few words."""

    comment = forms.CharField(
        label="Your comment",
        help_text=f"At most {LONGEST_COMMENT} characters.",
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write your comment, or leave this page.",
            "max_length": f"Your comment must be {LONGEST_COMMENT} characters or fewer.",
        },
    )

    def __init__(self, data: dict[str, str] | None = None) -> None:
        """Browsers send a line's end as two characters, and count it as one."""
        super().__init__(data and {"comment": data.get("comment", "").replace("\r\n", "\n")})


@public_form
@require_POST
def rate(request: HttpRequest) -> HttpResponse:
    """Keeps the answer, and leads to the page that thanks for it."""
    refuse_unless_asked(request)
    try:
        path = opened(request.POST, "page")
    except TrappedError:
        return thanked()
    except StaleError:
        return again(request)
    answer = request.POST.get("answer")
    if answer not in Answer.values or len(path) > LONGEST_PATH:
        return again(request)
    if not allows(request, "rating", most=MOST_IN_AN_HOUR, seconds=ONE_HOUR):
        return render(request, "lscb_site/ratings/too_many.html", status=429)
    kept = PageRating.objects.create(path=path, answer=answer, day=timezone.localdate())
    return redirect_to("rating_comment", kept.pk)


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, key: UUID) -> HttpResponse:
    """Thanks for an answer of today, and takes a comment on it, once."""
    refuse_unless_asked(request)
    rating = PageRating.objects.filter(pk=key, day=timezone.localdate(), comment="").first()
    if rating is None:
        return thanked()
    if request.method != "POST":
        return comment_page(request, rating, CommentForm())
    try:
        about = opened(request.POST, "page")
    except TrappedError:
        return thanked()
    except StaleError:
        return again(request)
    form = CommentForm(request.POST.dict())
    if about != str(rating.pk) or not form.is_valid():
        return comment_page(request, rating, form)
    PageRating.objects.filter(pk=rating.pk, comment="").update(comment=form.cleaned_data["comment"])
    return thanked()


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """The end of it."""
    return render(request, "lscb_site/ratings/thanks.html")


def comment_page(request: HttpRequest, rating: PageRating, form: CommentForm) -> HttpResponse:
    """The form, with what is wrong with it."""
    context = {"rating": rating, "form": form, "about": signed(str(rating.pk))}
    return render(request, "lscb_site/ratings/comment.html", context)


def again(request: HttpRequest) -> HttpResponse:
    """400 for a form that is too old or was not made here."""
    return render(request, "lscb_site/ratings/again.html", status=400)


def thanked() -> HttpResponse:
    """To the last page; programs are led there too."""
    return redirect_to("rating_thanks")


def redirect_to(name: str, *args: object) -> HttpResponse:
    """A redirect after which the browser asks by GET."""
    response = redirect(name, *args)
    response.status_code = SEE_OTHER
    return response


def refuse_unless_asked(request: HttpRequest) -> None:
    """404 on a site whose pages don't ask."""
    if not BoardSettings.load(request_or_site=request).asks_for_ratings:
        raise Http404
