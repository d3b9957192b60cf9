"""The app of what every page shares."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate, post_save, pre_delete


class LscbSiteConfig(AppConfig):
    """Its wiring."""

    name = "lscb_site"
    verbose_name = "Site"

    def ready(self) -> None:
        """Connect the signals, register the check."""
        from django.contrib.auth import get_user_model
        from wagtail.models import PageViewRestriction

        from lscb_site.logos import OWNERS, mark_logo
        from lscb_site.members.restriction import refuse_opening
        from lscb_site.sites import follow_public_url
        from lscb_site.starting_pages import make_when_installed
        from lscb_site.users import refuse_deletion
        from lscb_site.virus_scan import scanner_is_missing

        checks.register(scanner_is_missing, checks.Tags.security, deploy=True)

        post_migrate.connect(make_when_installed, sender=self)
        post_migrate.connect(follow_public_url, sender=self)
        for owner in OWNERS:
            post_save.connect(mark_logo, sender=owner)
        pre_delete.connect(refuse_deletion, sender=get_user_model())
        pre_delete.connect(refuse_opening, sender=PageViewRestriction)
