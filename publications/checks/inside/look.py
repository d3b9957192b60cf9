"""All detectors of what travels inside a file, over one walk through it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from publications.checks.findings import Place
from publications.checks.inside import layers, metadata, names
from publications.checks.inside.actions import actions
from publications.checks.inside.annotations import annotations
from publications.checks.inside.attachments import attachments, private_data
from publications.checks.inside.forms import fields
from publications.checks.inside.geometry import place_on
from publications.checks.inside.leftovers import removed_pages
from publications.checks.inside.paths import paths
from publications.checks.inside.pictures import pictures
from publications.checks.inside.size import Size
from publications.checks.inside.walk import Node, Walk
from publications.checks.trace import Trace, trace


@dataclass
class Inside:
    """What was found inside a file, and what later checks need to know of it."""

    walk: Walk
    traces: list[Trace] = field(default_factory=list)
    layers_off: list[str] = field(default_factory=list)


def look_inside(pdf: pikepdf.Pdf, size: Size) -> Inside:
    """Walk through a file; `size` adds up what is in it."""
    inside = Inside(Walk(pdf), layers_off=layers.off(pdf))
    for node in inside.walk:
        if isinstance(node.value, pikepdf.Stream):
            size.add(node)
        inside.traces += node_traces(node, inside.walk)
    inside.traces += metadata.information(pdf)
    inside.traces += names.destinations(pdf)
    inside.traces += [trace("layer_off", name) for name in inside.layers_off]
    return inside


def node_traces(node: Node, walk: Walk) -> Iterator[Trace]:
    """What one dictionary or stream gives away."""
    yield from actions(node)
    yield from attachments(node)
    yield from private_data(node)
    yield from fields(node)
    yield from metadata.packets(node)
    yield from names.outlines(node)
    yield from names.labels(node)
    yield from paths(node)
    yield from pictures(node)
    yield from removed_pages(node, walk.pages)
    if "/Rect" in node.items and node.page is not None:
        yield from annotations(node, _place(node, walk))
    page = node.items.get("/Pg")
    yield from names.alternatives(node, walk.pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None)


def _place(node: Node, walk: Walk) -> Place | None:
    assert node.page is not None  # noqa: S101 - only of what stands on a page
    return place_on(walk.pdf.pages[node.page - 1], node.items.get("/Rect"))
