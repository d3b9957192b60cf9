"""The app of what every page shares."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_delete


class LscbSiteConfig(AppConfig):
    """Its wiring."""

    name = "lscb_site"
    verbose_name = "Site"

    def ready(self) -> None:
        """Connect the signals."""
        from django.contrib.auth import get_user_model

        from lscb_site.logos import OWNERS, mark_logo
        from lscb_site.sites import follow_public_url
        from lscb_site.starting_pages import make_when_installed
        from lscb_site.users import refuse_deletion

        post_migrate.connect(make_when_installed, sender=self)
        post_migrate.connect(follow_public_url, sender=self)
        for owner in OWNERS:
            post_save.connect(mark_logo, sender=owner)
        pre_delete.connect(refuse_deletion, sender=get_user_model())
