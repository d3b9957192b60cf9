"""Safe deletion: what is used somewhere is not deleted, and the refusal says where it is used.

Wagtail's own index of references knows foreign keys and stream fields, and no many-to-many fields: the topics of a page
or a review are asked for here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, F, OuterRef, ProtectedError, Subquery
from django.db.models.functions import Coalesce
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import ReferenceIndex

NAMED = 5  # places named in the sentence; the usage screen has them all


@dataclass(frozen=True)
class FieldReference:
    """A use through a many-to-many field, told to Wagtail's screens as it tells its own references."""

    model_name: str
    describe_source_field: str
    content_path: str
    describe_on_delete: str = "prevents deletion"


def uses(instance: models.Model) -> list[tuple[Any, list[Any]]]:
    """What uses something: each user with its references, those that Wagtail knows first."""
    return [*ReferenceIndex.get_grouped_references_to(instance), *_by_fields(instance)]


def _many_to_many(model: type[models.Model]) -> Iterator[Any]:
    """The many-to-many fields that lead to a model."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToManyRel):
            yield relation.field


def _by_fields(instance: models.Model) -> Iterator[tuple[Any, list[Any]]]:
    for field in _many_to_many(type(instance)):
        name = str(field.model._meta.verbose_name)
        reference = FieldReference(name, str(field.verbose_name).capitalize(), field.name)
        for user in field.model.objects.filter(**{field.name: instance}):
            yield user, [reference]


def counted(model: type[models.Model]) -> Any:
    """The number of places that use a row of a model, for a queryset's `annotate`."""
    total: Any = Coalesce(ReferenceIndex.usage_count_subquery(model), 0)
    for field in _many_to_many(model):
        through = field.remote_field.through.objects
        same = through.filter(**{field.m2m_reverse_field_name(): OuterRef("pk")}).order_by()
        number = same.values(key=F(field.m2m_reverse_field_name())).annotate(number=Count("pk")).values("number")
        total += Coalesce(Subquery(number), 0)
    return total


def refusal(instance: models.Model, *, to: Any = None) -> str | None:
    """The sentence that refuses a deletion; None if the thing is used nowhere.

    `to` is the person who reads it: what they may not edit is not named, as it may be a review that is dark.
    """
    used = [name_of(user, to) for user, _references in uses(instance)]
    if not used:
        return None
    named = ", ".join(f"“{place}”" for place in used[:NAMED])
    more = f" and {len(used) - NAMED} more" if len(used) > NAMED else ""
    return f"“{instance}” can't be deleted: it is used on {named}{more}. Take it out there first."


def name_of(place: Any, to: Any) -> str:
    """What a place is called, to a person who may edit it; without a person, to whoever reads the log."""
    if to is None or AdminURLFinder(to).get_edit_url(place):
        return str(place)
    return f"(private {place._meta.verbose_name})"


class KeptWhileUsed(models.Model):
    """A model whose rows are deleted only when nothing uses them: from code here, in the admin by `viewsets`."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes it; ProtectedError, with the sentence, if it is used."""
        if sentence := refusal(self):
            raise ProtectedError(sentence, {self})
        return super().delete(*args, **kwargs)
