from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LscbSiteConfig(AppConfig):
    name = "lscb_site"
    verbose_name = "Site"

    def ready(self) -> None:
        from lscb_site.sites import follow_public_url

        post_migrate.connect(follow_public_url, sender=self)
