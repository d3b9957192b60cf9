"""The private store of documents: beside the reports, in the folder or bucket that `FILES_URL` names.

Nothing in it has an address: the views ask who may see a document, and then read it out themselves.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages

FOLDER = "documents"
BLOCK = 64 * 1024


class PrivateFolder(FileSystemStorage):
    """A folder that only the site reads."""

    def url(self, name: str | None) -> NoReturn:
        """There is none."""
        raise NotImplementedError(f"{name} has no address of its own")


def make_document_storage() -> Storage:
    """The store for `STORAGES`."""
    where = urlsplit(settings.FILES_URL)
    if where.scheme == "s3":
        from lscb_site.buckets import PrivateBucket

        prefix = f"{where.path.strip('/')}/{FOLDER}".strip("/")
        return PrivateBucket(bucket_name=where.netloc, location=prefix, default_acl="private", file_overwrite=False)
    return PrivateFolder(
        location=str(Path(unquote(where.path)) / FOLDER), file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


def document_storage() -> Storage:
    """The store that the model's file field uses."""
    return storages["documents"]


def sha256_of(file: Any) -> str:
    """The SHA-256 of an open file from where it stands, in lower-case hexadecimal."""
    digest = hashlib.sha256()
    blocks: Iterable[bytes] = iter(lambda: file.read(BLOCK), b"")
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()
