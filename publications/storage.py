"""The private store of report files: named by their SHA-256, written once, without any public address.

`FILES_URL` says where: a folder (`file:///srv/lscb/files`) or an S3 bucket (`s3://bucket/prefix`).
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any, NoReturn
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.core.files.temp import NamedTemporaryFile
from django.utils.functional import cached_property

from publications.errors import ListingProtected


class NoAddress(Exception):  # noqa: N818 - that there is none is as it should be
    """A report file was asked for its address. It has none: only the file view serves it."""


class WriteOnce(Storage):
    """A store in which a name stands for one content: nothing is replaced, nor deleted while it is needed (R7)."""

    def open(self, name: str, mode: str = "rb") -> "File[Any]":
        """Open a content for reading; ListingProtected for any other mode."""
        if mode != "rb":
            raise kept()
        return super().open(name, mode)

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Keep a content under its own name; ListingProtected for any other name."""
        file = content if isinstance(content, File) else File(content)
        if name != store_name(Measured(file).sha256):
            raise kept()
        return super().save(name, file, max_length)

    def delete(self, name: str) -> None:
        """Delete a content that no version needs any more; ListingProtected otherwise."""
        if is_needed(name.rpartition("/")[2]):
            raise kept()
        super().delete(name)

    def url(self, name: str | None, *_args: object, **_kwargs: object) -> NoReturn:
        """There is none, so that every way of serving that would go round the file view fails."""
        raise NoAddress(name)

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 - Django's signature
        """The name itself: the same hash is the same content."""
        return name


def kept() -> ListingProtected:
    """The refusal of whatever would replace or delete a file."""
    return ListingProtected("listing_protected", "A report's file is never replaced, nor deleted while it is needed.")


def is_needed(sha256: str) -> bool:
    """Whether a version that was not destroyed has this content, or a picture of such a version or of a draft."""

    def is_there(model: str, **which: Any) -> bool:
        return bool(apps.get_model("publications", model).objects.filter(sha256=sha256, **which).exists())

    return (
        is_there("FileVersion", destruction__confirmed_at=None)
        or is_there("FrozenPicture", version__destruction__confirmed_at=None)
        or is_there("DraftPicture")
    )


class Folder(WriteOnce, FileSystemStorage):
    """A folder on this machine, readable by the site alone."""

    def _save(self, name: str, content: "File[Any]") -> str:
        """Write it whole or not at all: to a file beside it, onto the disk, then renamed."""
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as part:
            try:
                for chunk in content.chunks():
                    part.write(chunk)
                part.flush()
                os.fsync(part.fileno())
                Path(part.name).replace(target)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        sync_folder(target.parent)
        return name


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names onto the disk, so that a renamed file survives a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def report_storage() -> Storage:
    """The store that `FILES_URL` names."""
    where = urlsplit(settings.FILES_URL)
    if where.scheme == "s3":
        return bucket(where.netloc, where.path.strip("/"))
    return Folder(
        location=unquote(where.path),
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def bucket(name: str, prefix: str) -> Storage:
    """An S3 bucket; the library is loaded only where one is used."""
    from storages.backends.s3 import S3Storage

    class Bucket(WriteOnce, S3Storage):
        """A private bucket; switch versioning and object lock on in it (docs/hosts.md)."""

    return Bucket(bucket_name=name, location=prefix, default_acl="private", file_overwrite=True)


class Measured:
    """A file's SHA-256 and its size in bytes."""

    def __init__(self, file: "File[Any]") -> None:
        self.digest, self.size = hashlib.sha256(), 0
        file.seek(0)
        for chunk in file.chunks():
            self.digest.update(chunk)
            self.size += len(chunk)
        file.seek(0)

    @cached_property
    def sha256(self) -> str:
        """The hash in lower-case hexadecimal."""
        return self.digest.hexdigest()


def store_name(sha256: str) -> str:
    """The name of a content in the store: folders by its first two characters keep each small."""
    return f"{sha256[:2]}/{sha256}"


def keep(file: "File[Any]", measured: Measured) -> None:
    """Store a file under its hash, unless it is there."""
    if not has(measured.sha256, measured.size):
        storages["reports"].save(store_name(measured.sha256), file)


def has(sha256: str, size: int) -> bool:
    """Whether a content of this hash and size is stored."""
    store, name = storages["reports"], store_name(sha256)
    return bool(store.exists(name) and store.size(name) == size)


def opened(sha256: str) -> IO[bytes]:
    """The stored bytes, opened for reading; FileNotFoundError if they are not there."""
    stored: IO[bytes] = storages["reports"].open(store_name(sha256))
    return stored


@contextmanager
def local_file(sha256: str) -> Iterator[Path]:
    """A content as a file on this machine: where it is, or a copy that goes at the end of the block.

    FileNotFoundError if it is not there.
    """
    with opened(sha256) as stored:
        try:
            yield Path(storages["reports"].path(store_name(sha256)))
            return
        except NotImplementedError:  # a bucket
            pass
        with NamedTemporaryFile(prefix="lscb-report-", suffix=".pdf") as copy:
            copyfileobj(stored, copy)
            copy.flush()
            yield Path(copy.name)


def forget(sha256: str) -> None:
    """Delete a content from the store."""
    storages["reports"].delete(store_name(sha256))
