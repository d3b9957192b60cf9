"""Kinds of findings in what travels inside the file besides its pages."""

from publications.checks.kind import Kind

INSIDE: dict[str, Kind] = {}
