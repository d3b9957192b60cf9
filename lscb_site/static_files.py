"""Static files under names that carry their hash, JavaScript modules included."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = ManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]  # noqa: SLF001 - Django's own way to switch it on takes in Wagtail's bundles, which don't stand it


class ModuleStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Puts the hashed names into the imports of our modules and of the components that they load."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", IMPORTS), ("build/*.mjs", IMPORTS))
