"""What every page of the site shares: the board, its people and links, topics, and the page types."""

from lscb_site.models.base import BasePage
from lscb_site.models.board import BoardSettings
from lscb_site.models.document_checks import DocumentCheck
from lscb_site.models.links import QuickLink
from lscb_site.models.media import BoardDocument, BoardImage, BoardRendition
from lscb_site.models.navigation import FooterLink, NavigationItem, NavigationSettings
from lscb_site.models.pages import (
    BriefingPage,
    BriefingsPage,
    ContactPage,
    HomePage,
    MembersPage,
    PartnersPage,
    StandardPage,
)
from lscb_site.models.partners import Partner
from lscb_site.models.people import Contact, PhoneNumber
from lscb_site.models.ratings import PageRating
from lscb_site.models.topics import Topic

__all__ = [
    "BasePage",
    "BoardDocument",
    "BoardImage",
    "BoardRendition",
    "BoardSettings",
    "BriefingPage",
    "BriefingsPage",
    "Contact",
    "ContactPage",
    "DocumentCheck",
    "FooterLink",
    "HomePage",
    "MembersPage",
    "NavigationItem",
    "NavigationSettings",
    "PageRating",
    "Partner",
    "PartnersPage",
    "PhoneNumber",
    "QuickLink",
    "StandardPage",
    "Topic",
]
