"""Kinds of findings in what a file says: what a person would miss in its text, and what shuts readers out."""

from publications.checks.kind import Kind

TEXT: dict[str, Kind] = {}
