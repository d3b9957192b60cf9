"""What a browser can be asked about a page."""

from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Page, Route

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
PHONE, DESK = 390, 1280


def axe(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds wrong: (rule, the elements) pairs."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    result: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")  # quicker than all
    return [(found["id"], [node["html"] for node in found["nodes"]]) for found in result["violations"]]


def weather(route: Route) -> None:
    """The neutral page outside to which the way out leads, answered here."""
    route.fulfill(content_type="text/html", body="<!doctype html><title>Weather</title><h1>Weather</h1>")
