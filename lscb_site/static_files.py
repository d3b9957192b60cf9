"""Static files under names that carry their hash, JavaScript modules included."""

from typing import Any

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Django's own way to switch it on takes in Wagtail's bundles, which don't stand it.
storage: Any = ManifestStaticFilesStorage
IMPORTS = storage._js_module_import_aggregation_patterns[1]  # noqa: SLF001 - there is no other name for it


class ModuleStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the hashed names into the imports of our modules and of the components that they load."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", IMPORTS), ("build/*.mjs", IMPORTS))
