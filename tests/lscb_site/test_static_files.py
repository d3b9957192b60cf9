"""Scripts as they are served on a public site: every module that one imports is there under its hashed name."""

import re
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings as site_settings
from django.core.files.storage import storages
from django.core.management import call_command

IMPORT = re.compile(r"""^(?:(?:import|export)\b.*?from\s*|.*import\()["'](\.[^"']+)["']""", re.MULTILINE)
HASHED = re.compile(r"\.[0-9a-f]{12}\.m?js$")


def test_every_import_leads_to_a_file_that_is_kept(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    settings.STORAGES = site_settings.STORAGES | {
        "staticfiles": {"BACKEND": "lscb_site.static_files.ModuleStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, stdout=StringIO())
    followed, waiting = set(), [tmp_path / storages["staticfiles"].stored_name("js/site.js")]
    while waiting:
        module = waiting.pop()
        if module in followed:
            continue
        followed.add(module)
        assert HASHED.search(module.name)
        waiting += [(module.parent / name).resolve() for name in IMPORT.findall(module.read_text())]
    assert len(followed) > 10
