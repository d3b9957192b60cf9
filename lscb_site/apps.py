from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LscbSiteConfig(AppConfig):
    name = "lscb_site"
    verbose_name = "Site"

    def ready(self) -> None:
        from lscb_site.sites import follow_public_url
        from lscb_site.starting_pages import make_when_installed

        post_migrate.connect(make_when_installed, sender=self)
        post_migrate.connect(follow_public_url, sender=self)
