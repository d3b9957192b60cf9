"""The site's own settings, with quick passwords and files in a temporary folder."""

import os
from pathlib import Path

from lscb_site import settings as site

globals().update({name: getattr(site, name) for name in dir(site) if name.isupper()})

FOLDER = Path(os.environ["LSCB_TEST_FOLDER"])
MEDIA_ROOT = FOLDER / "media"
STATIC_ROOT = FOLDER / "static"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = site.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True  # serve static files from where they are written, uncollected
WHITENOISE_AUTOREFRESH = True
