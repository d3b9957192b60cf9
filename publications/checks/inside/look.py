"""All detectors of what travels inside a file, over one walk through it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pikepdf

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

Detector = Callable[[Node, Walk], Iterator[Trace]]


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
    """What one dictionary or stream gives away; only those detectors are asked that know one of its keys."""
    for keys, detector in DETECTORS:
        if not keys.isdisjoint(node.items):
            yield from detector(node, walk)
    yield from paths(node)


def _annotations(node: Node, walk: Walk) -> Iterator[Trace]:
    page = node.page
    if page is not None:
        yield from annotations(node, lambda: place_on(walk.pdf.pages[page - 1], node.items.get("/Rect")))


def _alternatives(node: Node, walk: Walk) -> Iterator[Trace]:
    page = node.items.get("/Pg")
    yield from names.alternatives(node, walk.pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None)


def _alone(detector: Callable[[Node], Iterator[Trace]]) -> Detector:
    """A detector that needs to know nothing but the node."""
    return lambda node, _: detector(node)


DETECTORS: tuple[tuple[frozenset[str], Detector], ...] = tuple(
    (frozenset(keys), detector)
    for keys, detector in (
        (("/S", "/JS"), _alone(actions)),
        (("/EF", "/Type"), _alone(attachments)),
        (("/PieceInfo", "/SpiderInfo"), _alone(private_data)),
        (("/FT", "/V", "/XFA", "/ByteRange", "/Type"), _alone(fields)),
        (("/Type", "/Subtype"), _alone(metadata.packets)),
        (("/Title",), _alone(names.outlines)),
        (("/P",), _alone(names.labels)),
        (names.TELLING, _alternatives),
        (("/Thumb", "/Alternates", "/OPI", "/Subtype"), _alone(pictures)),
        (("/Contents",), lambda node, walk: removed_pages(node, walk.pages)),
        (("/Rect",), _annotations),
    )
)
"""Each with the keys of which a dictionary that it is about has one."""
