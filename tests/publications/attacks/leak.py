"""Every way to see something dark that we thought of: requests by a stranger, and by somebody with an account."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.http import http_date

from publications import storage
from tests.publications.attacks.dark import COMMON, ERASED, SHARED, Case, words_of

FUTURE = http_date(datetime(2100, 1, 1, tzinfo=UTC).timestamp())
NO_PAGE = {"web_sha256": "0" * 64, "picture_sha256": "0" * 64}  # of a report that never had a text on the web
STRANGER, ACCOUNT = "a stranger", "somebody with an account and no right to the ledger"
Ask = Callable[[Client, Case], Iterable[Any]]


@dataclass(frozen=True)
class Probe:
    """One way to ask, about one report or about all at once, and what keeps the dark ones out of the answer."""

    category: str
    name: str
    stopped_by: str
    ask: Ask
    who: str = STRANGER
    says: tuple[str, ...] = ()
    """The words that asking itself says, so that the answer may repeat them."""
    never: bool = False
    """Whether it gives nothing even of what is public, so that there is nothing to compare with."""
    once: bool = False
    """Whether it is the same for every report."""

    def __str__(self) -> str:
        return f"{self.category}: {self.name}"


PROBES: list[Probe] = []


def add(category: str, name: str, stopped_by: str, ask: Ask, **more: Any) -> None:
    """One more probe."""
    once = isinstance(ask, Get) and "{" not in ask.address
    PROBES.append(Probe(category, name, stopped_by, ask, once=once, **more))


@dataclass(frozen=True)
class Get:
    """A GET of an address, with headers, in which a report's words may stand."""

    address: str
    headers: dict[str, str]

    def __call__(self, client: Client, case: Case) -> Iterable[Any]:
        """Ask."""
        follow = self.address.startswith("/admin/")
        return [client.get(filled(self.address, case), headers=with_words(self.headers, case), follow=follow)]


def get(address: str, **headers: str) -> Ask:
    """A GET of an address with a report's words in it."""
    return Get(address, headers)


def misspelt(word: str) -> str:
    """The word with its last two letters in the wrong order."""
    return f"{word[:-2]}{word[-1]}{word[-2]}"


def filled(address: str, case: Case) -> str:
    """An address with a report's words, addresses and numbers in it."""
    version, topic = case.publication.versions.first(), case.publication.review.topics.first()
    page = case.page.versions.first() if case.page else None
    known = {
        "web_page": case.web, "page_publication": case.page.pk if case.page else 0,
        "web_version": page.pk if page else 0,
        "file": case.file, "record": case.record, "former": case.former, "document": case.publication.slug,
        "publication": case.publication.pk, "review": case.publication.review_id,
        "version": version.pk if version else 0, "topic_number": topic.pk if topic else 0,
        "topic_slug": topic.slug if topic else "none",
        "stored": storage.store_name(case.words["sha256"]),
    }  # fmt: skip
    return address.format(**{**NO_PAGE, **case.words, **known})


def with_words(headers: dict[str, str], case: Case) -> dict[str, str]:
    """Headers by their HTTP names, with a report's hash in them."""
    return {name.replace("_", "-"): value.format(**{**NO_PAGE, **case.words}) for name, value in headers.items()}


# --- The file's address ------------------------------------------------------------------------------------------
SAME_404 = "one view decides by the ledger before anything of the file is read; what never was answers alike"
HEADERS: dict[str, dict[str, str]] = {
    "GET": {},
    "its first bytes": {"Range": "bytes=0-40"},
    "its last bytes": {"Range": "bytes=-40"},
    "bytes behind its end, whose refusal tells the size": {"Range": "bytes=99999999-"},
    "If-None-Match with its hash": {"If_None_Match": '"{sha256}"'},
    "If-None-Match with anything": {"If_None_Match": "*"},
    "If-Modified-Since in the future": {"If_Modified_Since": FUTURE},
    "If-Match with its hash": {"If_Match": '"{sha256}"'},
    "If-Range with its hash": {"If_Range": '"{sha256}"', "Range": "bytes=0-40"},
    "If-Unmodified-Since in the future": {"If_Unmodified_Since": FUTURE},
    "a method named in a header": {"X_HTTP_Method_Override": "GET"},
    "another address in a header": {"X_Original_URL": "{slug}", "X_Rewrite_URL": "{slug}"},
    "another host in a header": {"X_Forwarded_Host": "localhost"},
    "as if already signed in": {"Cookie": "sessionid=x", "Authorization": "Basic eDp4"},
    "no compression": {"Accept_Encoding": "identity"},
}
for name, headers in HEADERS.items():
    add("File", name, SAME_404, get("{file}", **headers), says=("slug",))
    add("File", f"HEAD, {name}", SAME_404, (
        lambda client, case, headers=headers: [client.head(case.file, headers=with_words(headers, case))]
    ), says=("slug",))  # fmt: skip
for method in ("post", "put", "patch", "delete", "options", "trace"):
    add("File", method.upper(), "the method is refused before anything is looked up", (
        lambda client, case, method=method: [getattr(client, method)(case.file)]
    ), says=("slug",), never=True)  # fmt: skip
for name, address in {
    "with a slash at its end": "{file}/", "with another extension": "/publications/{slug}/{document}.PDF",
    "without an extension": "/publications/{slug}/{document}", "with two extensions": "{file}.pdf",
    "as its text": "/publications/{slug}/{document}.txt", "below another review": "/publications/other/{document}.pdf",
    "with its first letter encoded": "/publications/%71{slug}/{document}.pdf", "in capitals": "/PUBLICATIONS/{slug}/",
    "with dots": "/publications/./{slug}/../{slug}/{document}.pdf", "with two slashes": "/publications//{slug}//",
    "by its hash": "/publications/{slug}/{sha256}.pdf", "by its number": "/publications/{slug}/{publication}.pdf",
    "by its uploaded name": "/publications/{slug}/{file_name}",
}.items():  # fmt: skip
    add("Other addresses", f"the file {name}", "only the one address is served", get(address), never=True,
        says=("slug", "sha256", "file_name"))  # fmt: skip
add("Other addresses", "the file with a query", SAME_404, get("{file}?download=1&preview=true"), says=("slug",))
for name, address in {
    "the media folder": "/media/{stored}", "the media folder's documents": "/media/documents/{file_name}",
    "the media folder's images": "/media/images/{stored}",
    "out of the media folder": "/media/images/../../files/{stored}",
    "the static folder": "/static/{stored}", "out of the static folder": "/static/../files/{stored}",
    "the store's own folder": "/files/{stored}", "a document of pages": "/documents/{version}/{file_name}",
    "the admin's files of pages": "/admin/files/document/{version}/",
    "the API for pages": "/api/v2/documents/{version}/",
    "the administration's own shared passwords": "/_util/authenticate_with_password/1/1/",
}.items():  # fmt: skip
    add("Stores", name, "the store has no address", get(address), never=True, says=("slug", "sha256", "file_name"))

# --- The same as a web page --------------------------------------------------------------------------------------
for name, headers in HEADERS.items():
    for what, address, key in (("", "{web_page}", "web"), ("a picture of it, ", "{web_page}picture-1", "picture")):
        own = {each: value.replace("{sha256}", f"{{{key}_sha256}}") for each, value in headers.items()}
        add("Web page", f"{what}{name}", SAME_404, get(address, **own), says=("slug",))
add("Web page", "its HEAD", SAME_404, lambda client, case: [client.head(case.web)], says=("slug",), never=True)
add(
    "Web page",
    "HEAD of its picture",
    SAME_404,
    lambda client, case: [client.head(f"{case.web}picture-1")],
    says=("slug",),
)
for method in ("post", "put", "delete", "options"):
    add("Web page", method.upper(), "the method is refused before anything is looked up", (
        lambda client, case, method=method: [getattr(client, method)(case.web)]
    ), says=("slug",), never=True)  # fmt: skip
for name, address in {
    "without its slash": "/publications/{slug}/{document}", "as JSON": "{web_page}index.json",
    "its stored form": "/publications/{slug}/{document}.json", "by its hash": "/publications/{slug}/{web_sha256}/",
    "by its number": "/publications/{slug}/{page_publication}/", "its draft": "{web_page}draft/",
    "its preview": "{web_page}?preview=1&draft=1", "another picture": "{web_page}picture-2",
    "a picture by its hash": "{web_page}picture-{picture_sha256}", "a picture below the file": "{file}/picture-1",
    "a picture among the media": "/media/images/{picture_sha256}",
    "below another review": "/publications/other/{document}/",
}.items():  # fmt: skip
    never = name != "its preview"
    add("Web page", name, "only the one address is served, and only what is frozen", get(address), never=never,
        says=("slug", "web_sha256", "picture_sha256"))  # fmt: skip
add("Web page", "below an address that it had", "an address erased, or of no trace, is found by nobody", (
    lambda client, case: [client.get(f"/publications/{case.former or 'old-one'}/{case.publication.slug}/")]
), says=("former",), never=True)  # fmt: skip

# --- Records, lists, search, topics ------------------------------------------------------------------------------
DERIVED = "every list is made of what the ledger lets the public know at that instant"
add("Record", "the record page", DERIVED, get("{record}"), says=("slug",))
add("Record", "its HEAD", SAME_404, lambda client, case: [client.head(case.record)], says=("slug",), never=True)
add("Record", "the record page, asked with a query", DERIVED, get("{record}?page=1&preview=1"), says=("slug",))
add("Record", "the record page without its slash", "it leads to the page, whatever the name",
    get("/publications/{slug}"), says=("slug",), never=True)  # fmt: skip
add("Record", "the form to ask for it", SAME_404, get("{record}request/"), says=("slug",), never=True)
add("Record", "an address that it had", "an address erased, or of no trace, is found by nobody", (
    lambda client, case: [client.get(f"/publications/{case.former or 'old-one'}/")]
), says=("former",), never=True)  # fmt: skip
add("Record", "its file below an address that it had", "an address erased, or of no trace, is found by nobody", (
    lambda client, case: [client.get(f"/publications/{case.former or 'old-one'}/{case.publication.slug}.pdf")]
), says=("former",), never=True)  # fmt: skip
for name, query, says in (
    ("all", "", ()), ("the second page", "?page=2", ()), ("the last page", "?page=last", ()),
    ("by its label", "?q={label}", ("label",)), ("by its title", "?q={title}", ("title",)),
    ("by its summary", "?q={word}", ("word",)), ("by its topic", "?topic={topic_slug}", ("topic",)),
    ("by words inside its file", "?q={text}", ("text",)), ("by a word inside all files", f"?q={COMMON}", ()),
    ("by a topic of all", f"?topic={SHARED.lower()}", ()), ("by the kind of its document", "?kind=overview_report", ()),
    ("by the words of a finding", "?q={finding}", ("finding",)),
    ("by its type", "?type=Local+child+safeguarding+practice+review", ()), ("by its year", "?year=2026", ()),
    ("what is on the site", "?state=on_site", ()), ("what is elsewhere", "?state=other", ()),
    ("by words of its web page", "?q={web}", ("web",)), ("by words of a draft", "?q={draft}", ("draft",)),
    ("by the name of its file", "?q={file_name}", ("file_name",)), ("by its hash", "?q={sha256}", ("sha256",)),
):  # fmt: skip
    never = query.startswith(("?page", "?state=other")) or says in {
        ("file_name",),
        ("sha256",),
        ("draft",),
        ("finding",),
    }
    add("List", name, DERIVED, get(f"/publications/{query}"), says=says, never=never)
for name, key in {
    "its label": "label", "its title": "title", "its summary": "word", "its topic": "topic", "its slug": "slug",
    "the name of its file": "file_name", "its hash": "sha256", "words inside it": "text", "its size": "size",
    "words of its web page": "web", "words of the draft of that": "draft", "the hash of that": "web_sha256",
    "its finding": "finding", "its action": "doing",
}.items():  # fmt: skip
    add("Search", name, DERIVED, get(f"/search/?q={{{key}}}"), says=(key,),
        never=key in {"slug", "file_name", "sha256", "size", "draft", "web_sha256", "finding", "doing"})  # fmt: skip
add("Search", "half a word of it", DERIVED, (
    lambda client, case: [client.get("/search/", {"q": case.words["word"][:-2] + "*"})]
), never=True)  # fmt: skip
add("Search", "lines of all files that have a word", DERIVED, get(f"/search/?q={COMMON}"))
add("Search", "lines of all files, by a phrase", DERIVED, get(f"/search/?q=%22{COMMON}+read%22"))
add("Search", "all files but those with a word of it", DERIVED, get(f"/search/?q={COMMON}+-{{text}}"), says=("text",),
    never=True)  # fmt: skip
for name, key in {"inside its file": "text", "of its summary": "word", "of its web page": "web"}.items():
    add("Search", f"what is suggested for a misspelt word {name}", "only words that are public at that instant", (
        lambda client, case, key=key: [client.get("/search/", {"q": misspelt(case.words[key])})]
    ))  # fmt: skip
    add("List", f"what is suggested for a misspelt word {name}", "only words that are public at that instant", (
        lambda client, case, key=key: [client.get("/publications/", {"q": misspelt(case.words[key])})]
    ))  # fmt: skip
add("Record", "related reviews on another's record page", DERIVED, get(f"/publications/{words_of(ERASED)['slug']}/"))
add("Search", "a second page", DERIVED, get("/search/?q=Child&page=2"), never=True)
add("Search", "all of a kind", DERIVED, get("/search/?q=review+OR+child"))
add("Topics", "the A to Z", "only topics of something public are named", get("/topics/"))
add("Topics", "the topic's own page", "only topics of something public have one", (
    lambda client, case: [client.get(f"/topics/{case.words['topic'].lower()}/")]
))  # fmt: skip
add("Topics", "the page of a topic of all", DERIVED, get(f"/topics/{SHARED.lower()}/"))
for address in ("sitemap.xml", "robots.txt", ".well-known/security.txt", "healthz", "readyz"):
    add("Machines", address, DERIVED, get(f"/{address}"), never=address != "sitemap.xml")
for address in ("publications.json", "publications.csv", "publications/feed.atom"):
    add("Machines", address, DERIVED, get(f"/{address}"))
    add("Machines", f"{address}, its HEAD", DERIVED, (
        lambda client, _case, address=address: [client.head(f"/{address}")]
    ), never=True)  # fmt: skip
add("Machines", "the feed with anything as its mark", DERIVED, get("/publications/feed.atom", If_None_Match="*"),
    never=True)  # fmt: skip
for name in ("latest", "reviews", "publication", "review", "links"):
    add("Pages", f"a page with the block or text: {name}", "blocks and links ask the ledger when they are shown",
        get(f"/leak-{name}/"))  # fmt: skip
add("Pages", "the home page", DERIVED, get("/"), never=True)
add("Pages", "an error page that repeats the address", "error pages repeat nothing", get("/no-such-page/?q={label}"),
    never=True)  # fmt: skip

# --- The admin ---------------------------------------------------------------------------------------------------
ADMIN: dict[str, str] = {
    "the file of a version": reverse("publications_actions:file", args=[0]).replace("0", "{version}"),
    "a publication's screen": "/admin/publications/inspect/{publication}/",
    "a publication's form": "/admin/publications/edit/{publication}/",
    "a publication's history": "/admin/publications/history/{publication}/",
    "a publication's usage": "/admin/publications/usage/{publication}/",
    "a publication's deletion": "/admin/publications/delete/{publication}/",
    "the list of publications": "/admin/publications/",
    "the results of that list": "/admin/publications/results/",
    "a review's screen": "/admin/reviews/inspect/{review}/",
    "a review's form": "/admin/reviews/edit/{review}/",
    "the list of reviews": "/admin/reviews/",
    "the results of that list of reviews": "/admin/reviews/results/",
    "the form of an action": "/admin/ledger/publication/{publication}/suspend/",
    "the form of an action on a version": "/admin/ledger/version/{version}/discard/",
    "the chooser of reviews": "/admin/review_chooser/",
    "its results": "/admin/review_chooser/results/",
    "what it says of one chosen": "/admin/review_chooser/chosen/{review}/",
    "what it says of several chosen": "/admin/review_chooser/chosen-multiple/?id={review}",
    "the chooser of publications": "/admin/publication_chooser/",
    "its results for publications": "/admin/publication_chooser/results/",
    "what it says of one publication chosen": "/admin/publication_chooser/chosen/{publication}/",
    "its findings and actions": reverse("publications_learning:list", args=[0]).replace("0", "{review}"),
    "the table of those": reverse("publications_learning:download", args=[0]).replace("0", "{review}"),
    "the form for the text of scanned pages": "/admin/ledger/version/{version}/give_text/",
    "the dashboard": "/admin/",
    "the report of what was done on the site": "/admin/reports/site-history/",
    "the editions and where they are used": "/admin/snippets/reviews/statutoryguidance/",
    "the topics and where they are used": "/admin/snippets/lscb_site/topic/",
    "the usage of a topic": "/admin/snippets/lscb_site/topic/usage/{topic_number}/",
    "the deletion of a topic": "/admin/snippets/lscb_site/topic/delete/{topic_number}/",
    "the admin's search of pages": "/admin/pages/search/?q={label}",
    "the admin's documents": "/admin/documents/?q={title}",
    "the admin's API of documents": "/admin/api/main/documents/?search={title}",
    "the admin's API of pages": "/admin/api/main/pages/?search={label}",
    "imports that wait": "/admin/imports/",
    "the file of a web page's version": "/admin/ledger/version/{web_version}/file/",
    "the screen of a text": "/admin/web/{page_publication}/",
    "the form of a text": "/admin/web/{page_publication}/edit/",
    "how a text will look": "/admin/web/{page_publication}/preview/",
    "the form for a Word file": "/admin/web/{page_publication}/word/",
    "a picture of a text": "/admin/web/{page_publication}/pictures/1/",
    "the bytes of that picture": "/admin/web/{page_publication}/pictures/1/bytes/",
    "the bytes of a frozen picture": "/admin/web/version/{web_version}/pictures/1/",
    "the form that freezes a text": "/admin/ledger/publication/{page_publication}/freeze_correction/",
}
SHOWS_NOTHING = tuple(f"/admin/{part}/" for part in ("reports", "snippets", "pages", "documents", "api", "imports"))
RIGHT = "the screens of the ledger ask for a right of the ledger"
for name, address in ADMIN.items():
    never = (
        address.startswith(SHOWS_NOTHING)
        or name.startswith("the bytes of")
        or address == "/admin/"
        or "history" in address
        or "usage" in address
    )
    says = tuple(re.findall(r"{(label|title)}", address)) + (("topic",) if "topic" in address else ())
    for who in (STRANGER, ACCOUNT):
        add("Admin", f"{name}, as {who}", RIGHT, get(address), who=who, says=says, never=never)
