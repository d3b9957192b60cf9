"""The record as a chain of hashes, so that a row altered, removed or inserted is found (rule R12).

Each link hashes the one before it and the entries since. Its line is also written outside the database: whoever can
rewrite the tables cannot rewrite that file as well.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import groupby
from pathlib import Path

from django.db import transaction

from publications import clock
from publications.models import RecordDigest, RecordEntry
from publications.models.record import hold_for_digest

START = "0" * 64


def canonical(entry: RecordEntry) -> bytes:
    """All of an entry in one line, always the same for the same content."""
    fields = {field.attname: getattr(entry, field.attname) for field in RecordEntry._meta.concrete_fields}
    fields["at"] = entry.at.astimezone(UTC).isoformat()
    return json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def link(previous: str, entries: Iterable[RecordEntry]) -> str:
    """The hash of the link `previous` and of the entries after it."""
    digest = hashlib.sha256(previous.encode() + b"\n")
    for entry in entries:
        digest.update(canonical(entry))
    return digest.hexdigest()


def entries(after: int, through: int) -> Iterator[RecordEntry]:
    """The entries with numbers above `after` and up to `through`, in order."""
    return RecordEntry.objects.filter(pk__gt=after, pk__lte=through).order_by("pk").iterator(2000)


def write_digest(file: Path) -> RecordDigest | None:
    """Add the link over what was recorded since the last one, here and as a line of `file`; None if nothing was."""
    with transaction.atomic():
        hold_for_digest()
        last = RecordDigest.objects.last()
        after, previous = (last.through, last.sha256) if last else (0, START)
        newest = RecordEntry.objects.order_by("pk").values_list("pk", flat=True).last() or 0
        if newest <= after:
            return None
        digest = RecordDigest.objects.create(
            through=newest, sha256=link(previous, entries(after, newest)), at=clock.now()
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as lines:
            lines.write(f"{digest}\n")
    return digest


def faults(outside: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong with the record, a sentence each: held against its own chain and against lines kept outside."""
    links = [(digest.through, digest.sha256, "in the database") for digest in RecordDigest.objects.all()]
    kept = [line.split() for line in outside if line.strip()]
    links += [(int(through), sha256, "kept outside") for _day, through, sha256 in kept]
    after, previous = 0, START
    for through, claimed in groupby(sorted(links, key=lambda claim: (claim[0], claim[2])), key=lambda claim: claim[0]):
        computed = link(previous, entries(after, through))
        for _through, sha256, where in claimed:
            if sha256 != computed:
                yield (
                    f"Entries {after + 1} to {through} are not what the digest {where} says:"
                    " a row was altered, removed or inserted."
                )
            previous = sha256
        after = through
