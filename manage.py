#!/usr/bin/env python
"""The command line of the site."""

import os
import sys


def main() -> None:
    """Run a command; a setting that is wrong or missing ends it with one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_site.settings")
    from django.core.management import execute_from_command_line

    from lscb_site.environment import SettingError

    try:
        execute_from_command_line(sys.argv)
    except SettingError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
