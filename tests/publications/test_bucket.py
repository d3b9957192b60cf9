"""Report files in an S3 bucket: the same answers as from a folder, and nothing in the bucket that names anything.

What signs and refuses at a real bucket is not shown by this: moto takes any credentials (and accepts
tampered links), and the site hands out none.
"""

import hashlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client

from publications import actions, storage
from publications.errors import ListingProtected
from publications.models import Publication
from publications.storage import NoAddress
from tests.publications import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def released(bucket: Any) -> Publication:
    return make.released(make.publication(make.review("Child Stork", slug="child-stork")))


def content(publication: Publication) -> bytes:
    with publication.versions.get().open() as stored:
        return stored.read()


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_an_object_is_named_by_its_hash_and_nothing_else(bucket: Any, released: Publication) -> None:
    digest = released.versions.get().sha256
    assert [each.key for each in bucket.objects.all()] == [f"live/{digest[:2]}/{digest}"]
    stored = bucket.Object(f"live/{digest[:2]}/{digest}").get()
    assert hashlib.sha256(stored["Body"].read()).hexdigest() == digest
    assert not stored["Metadata"]


def test_the_whole_file_and_its_parts(client: Client, released: Publication) -> None:
    whole, address = content(released), released.get_absolute_url()
    assert body(client.get(address)) == whole
    for asked, part in (("bytes=0-9", whole[:10]), ("bytes=5-", whole[5:]), ("bytes=-7", whole[-7:])):
        answer = client.get(address, headers={"range": asked})
        assert answer.status_code == 206
        assert body(answer) == part
        assert answer["Content-Length"] == str(len(part))
    head = client.head(address)
    assert (head.status_code, head["Content-Length"], head.content) == (200, str(len(whole)), b"")
    assert client.get(address, headers={"if-none-match": head["ETag"]}).status_code == 304


def test_nothing_is_replaced_or_deleted_while_it_is_needed(bucket: Any, released: Publication) -> None:
    store, name = storages["reports"], storage.store_name(released.versions.get().sha256)
    for attempt in (
        lambda: store.delete(name),
        lambda: store.save(name, ContentFile(b"another")),
        lambda: store.open(name, "wb"),
    ):
        with pytest.raises(ListingProtected):
            attempt()
    with pytest.raises(NoAddress):
        store.url(name)
    assert len(list(bucket.objects.all())) == 1


def test_a_dark_file_stays_in_the_bucket_and_answers_nobody(client: Client, bucket: Any, released: Publication) -> None:
    actions.suspend(released, category="court_order", reason="x", by=make.editor())
    assert client.get(released.get_absolute_url()).status_code == 410
    assert len(list(bucket.objects.all())) == 1


def test_a_discarded_draft_leaves_nothing(bucket: Any, django_capture_on_commit_callbacks: Any) -> None:
    by = make.editor()
    version = actions.upload(make.publication(), file=make.pdf("draft"), by=by)
    assert len(list(bucket.objects.all())) == 1
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(version, by=by)
    assert not list(bucket.objects.all())


@pytest.mark.parametrize("spoil", ["missing", "other size"])
def test_a_bucket_that_lost_it_gives_an_honest_answer(
    client: Client, bucket: Any, released: Publication, spoil: str
) -> None:
    there = bucket.Object(f"live/{storage.store_name(released.versions.get().sha256)}")
    there.delete() if spoil == "missing" else there.put(Body=b"short")
    answer = client.get(released.get_absolute_url())
    assert answer.status_code == 503
    assert "Retry-After" in answer.headers
