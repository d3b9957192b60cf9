from django.apps import AppConfig


class LscbSiteConfig(AppConfig):
    name = "lscb_site"
    verbose_name = "Site"
