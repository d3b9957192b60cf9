#!/usr/bin/env python
"""The command line of the site."""

import os
import signal
import sys


def main() -> None:
    """Run a command; a setting that is wrong or missing ends it with one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_site.settings")
    for ending in (signal.SIGTERM, signal.SIGHUP):  # end as after Ctrl-C: the database is stopped on the way out
        if signal.getsignal(ending) is not signal.SIG_IGN:  # nohup
            signal.signal(ending, lambda number, _: sys.exit(128 + number))
    try:
        from django.conf import settings
        from django.core.management import execute_from_command_line
        from django.db import OperationalError
    except ImportError:
        sys.exit("What the site is made of is not installed here. Run: make setup, then .venv/bin/python manage.py")

    from lscb_site.embedded_postgres import Server
    from lscb_site.environment import SettingError

    try:
        if settings.EMBEDDED:
            Server(settings.LOCAL_DIR).start()
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(130)
    except SettingError as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"The database of DATABASE_URL does not answer: {str(error).splitlines()[0]}")


if __name__ == "__main__":
    main()
