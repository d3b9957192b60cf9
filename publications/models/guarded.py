"""Models whose rows the database guards: its refusals come out as `ListingProtected`."""

from typing import Any, TypeVar

from django.db import models

from publications import clock, policy
from publications.errors import translated

_Row_co = TypeVar("_Row_co", bound=models.Model, covariant=True)


class GuardedQuerySet(models.QuerySet[_Row_co]):
    """Rows changed or deleted together, past the models' own methods."""

    def update(self, **values: Any) -> int:
        """Change them; ListingProtected if a guard refuses."""
        with translated():
            return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete them; ListingProtected if a guard refuses."""
        with translated():
            return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Guarded(models.Model):
    """A row of the ledger."""

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it; ListingProtected if a guard refuses."""
        with translated():
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it with what hangs on it; ListingProtected if a guard refuses."""
        with translated():
            return super().delete(*args, **kwargs)


def unless_released(collector: Any, field: Any, sub_objs: Any, using: str) -> None:
    """What becomes of releases when their file goes: cancelled ones go too, standing ones refuse it with the date."""
    for release in sub_objs:
        if release.cancelled_at is None:
            raise policy.protected(release.publication, at=clock.now())
    models.CASCADE(collector, field, sub_objs, using)
