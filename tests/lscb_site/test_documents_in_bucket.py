"""Ordinary documents in an S3 bucket: read out by the site, private until marked public."""

from typing import Any

import pytest
from django.core.files.storage import storages
from django.test import Client

from lscb_site.models import BoardDocument
from tests.lscb_site.samples import document

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_document_is_public_by_its_mark_alone(client: Client, bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    field = BoardDocument._meta.get_field("file")
    monkeypatch.setattr(field, "storage", storages["documents"])  # the field asked for it when the site started
    kept = document("Procedures")
    keys = [each.key for each in bucket.objects.all()]
    assert len(keys) == 1
    assert keys[0].startswith("live/documents/")
    assert "rocedures" not in keys[0]
    answer = client.get(kept.public_url)
    assert answer.status_code == 200
    assert b"".join(answer) == bucket.Object(keys[0]).get()["Body"].read()
    address = kept.public_url
    type(kept).objects.filter(pk=kept.pk).update(is_public=False, marked_for="", marked_by=None, marked_at=None)
    assert client.get(address).status_code == 404
