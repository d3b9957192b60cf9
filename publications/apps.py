from django.apps import AppConfig
from django.core import checks


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = "Publications"

    def ready(self) -> None:
        from publications.checks import guards_hold

        checks.register(guards_hold, checks.Tags.database)
