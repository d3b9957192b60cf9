"""How the reports look: type, colours and spaces."""

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

BRAND = HexColor("#1d4f5c")
TINT = HexColor("#e8f0f1")
RULE = HexColor("#9fb8bd")
GREY = HexColor("#505a5f")
WHITE = Color(1, 1, 1)
PAGE = A4
MARGIN = 24 * mm
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
INK = HexColor("#0b0c0c")

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=16, spaceAfter=8, textColor=INK)
LEAD = ParagraphStyle("lead", BODY, fontSize=13, leading=19, spaceAfter=14)
H1 = ParagraphStyle(
    "h1", BODY, fontName="Helvetica-Bold", fontSize=18, leading=23, spaceBefore=18, spaceAfter=10, textColor=BRAND, keepWithNext=1
)  # fmt: skip
H2 = ParagraphStyle("h2", H1, fontSize=13, leading=17, spaceBefore=12, spaceAfter=6, textColor=INK)
POINT = ParagraphStyle("point", BODY, leftIndent=16, bulletIndent=4, spaceAfter=4)
CAPTION = ParagraphStyle(
    "caption", BODY, fontName="Helvetica-Bold", fontSize=10, leading=14, spaceBefore=8, spaceAfter=4, keepWithNext=1
)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=13, spaceAfter=0)
HEAD_CELL = ParagraphStyle("head-cell", CELL, fontName="Helvetica-Bold", textColor=BRAND)
ENTRY = ParagraphStyle("entry", BODY, spaceAfter=0)
ENTRY_PAGE = ParagraphStyle("entry-page", ENTRY, alignment=TA_RIGHT)
ISSUER = ParagraphStyle("issuer", BODY, fontName="Helvetica-Bold", fontSize=12, leading=16, textColor=BRAND)
TITLE = ParagraphStyle(
    "title", BODY, fontName="Helvetica-Bold", fontSize=30, leading=36, spaceAfter=12, textColor=BRAND
)
SUBTITLE = ParagraphStyle("subtitle", BODY, fontSize=17, leading=22, spaceAfter=24)
SMALL = ParagraphStyle("small", BODY, fontSize=9.5, leading=13, textColor=GREY)
