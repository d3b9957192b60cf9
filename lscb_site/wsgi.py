"""The WSGI application."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from lscb_site.environment import SettingError

APP_LOAD_ERROR = 4  # gunicorn's arbiter stops at it, instead of starting the worker again for ever

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_site.settings")

try:
    application = get_wsgi_application()
except SettingError as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(APP_LOAD_ERROR)
