"""Layers that are off when the file is opened (ISO 32000-1, 8.11)."""

import pikepdf

from publications.checks.inside.walk import name_of, text_of

OFF = {"/OFF", "/Off"}


def off(pdf: pikepdf.Pdf) -> list[str]:
    """The names of the layers that a reader does not see."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return []
    layers = [each for each in properties.get("/OCGs", []) if isinstance(each, pikepdf.Dictionary)]
    shown = properties.get("/D", pikepdf.Dictionary())
    listed = {each.objgen for each in shown.get("/OFF", []) if isinstance(each, pikepdf.Dictionary)}
    on = {each.objgen for each in shown.get("/ON", []) if isinstance(each, pikepdf.Dictionary)}
    base = name_of(shown.get("/BaseState"))
    return [
        text_of(each.get("/Name"))
        for each in layers
        if each.objgen in listed or (base == "/OFF" and each.objgen not in on) or not _viewed(each)
    ]


def _viewed(layer: pikepdf.Dictionary) -> bool:
    """Whether it says of itself that it is for the screen; one that says nothing is."""
    usage = layer.get("/Usage")
    view = usage.get("/View") if isinstance(usage, pikepdf.Dictionary) else None
    return not isinstance(view, pikepdf.Dictionary) or name_of(view.get("/ViewState")) not in OFF
