"""The text inside the files, by page, and the words in it."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func

from publications.models.spans import DENIED, derived_from


class Problem(models.TextChoices):
    """Why a file's text could not be read."""

    NONE = "", "None"
    MEMORY = "memory", "Reading it takes too much memory"
    TIME = "time", "Reading it takes too long"
    CRASH = "crash", "The file is damaged"
    MISSING = "missing", "The file is not in the store"


class FileText(models.Model):
    """How far the reading of a file version's text has come, and what came of it."""

    version = models.OneToOneField("publications.FileVersion", on_delete=models.CASCADE, related_name="file_text")
    pages = models.PositiveIntegerField(default=0)
    pages_read = models.PositiveIntegerField(default=0)
    without_text = ArrayField(models.PositiveIntegerField(), default=list)
    """The numbers of the pages that hold no text, such as scanned ones."""
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=10, choices=Problem, blank=True, default=Problem.NONE)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"text of version {self.version_id}"


class PageText(models.Model):
    """The text of one page; a page of more words than fit into one row has several, in the order of `piece`."""

    version = models.ForeignKey("publications.FileVersion", on_delete=models.CASCADE, related_name="page_texts")
    number = models.PositiveIntegerField()
    piece = models.PositiveSmallIntegerField(default=0)
    block = models.PositiveSmallIntegerField(default=0)
    """In which row of `FileWords` its words are."""
    text = models.TextField()
    vector: Any = models.GeneratedField(
        expression=Func("text", template="to_tsvector('site_words'::regconfig, search_text(%(expressions)s))"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["version", "number", "piece"]
        constraints = [models.UniqueConstraint(fields=["version", "number", "piece"], name="page_text_once")]

    def __str__(self) -> str:
        return f"page {self.number} of version {self.version_id}"


class FileWords(models.Model):
    """The words of a file, with those of its label, body and title; written by the database alone.

    A file is found here, then its pages are looked at: ten thousand rows instead of two hundred thousand.
    """

    database_denies = DENIED

    version = derived_from("publications.FileVersion")
    block = models.PositiveSmallIntegerField()
    names = models.TextField()
    words = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "block"], name="file_words_once")]
        indexes = [GinIndex(fields=["words"], name="file_words_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"words of version {self.version_id}"


class Word(models.Model):
    """A word of some text, dark or not, to compare spelling with; written by the database alone.

    It is suggested only where it is found in something public at that instant.
    """

    database_denies = DENIED

    word = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["word"], name="word_word"),
            GinIndex(OpClass("word", name="gin_trgm_ops"), name="word_like", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.word
