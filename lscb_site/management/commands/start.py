"""`start`: the site, served in the foreground until Ctrl-C. What `make run` calls."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connections, transaction
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from lscb_site.accounts import Account, create_accounts
from lscb_site.environment import SettingError
from lscb_site.management.commands.create_accounts import describe

ADDRESS = "127.0.0.1"
THREADS = 8
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


class Command(BaseCommand):
    """Prepare the site, fill a new one with the demo, and serve it on this machine."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Does not return: gunicorn ends the process."""
        port = settings.PORT
        refuse_taken_port(port)
        call_command("prepare", stdout=self.stdout)
        accounts = self.fill_new_site() if settings.EMBEDDED else []
        self.stdout.write(describe(accounts))
        self.stdout.write(f"The site:  http://localhost:{port}/")
        if settings.ADMIN_ENABLED:
            self.stdout.write(f"The admin: http://localhost:{port}/admin/")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()
        connections.close_all()
        with working():
            Server(f"{ADDRESS}:{port}").run()

    def fill_new_site(self) -> list[Account]:
        """On the first run accounts and demo, both or neither, so that no password is lost; else nothing."""
        if get_user_model().objects.exists():
            return []
        with transaction.atomic():
            accounts = create_accounts()
            if "demo" in get_commands():
                self.stdout.write("Filling the new site with an invented board ...")
                call_command("demo", stdout=self.stdout)
        return accounts


class Server(BaseApplication):
    """gunicorn in this process: when it is killed, its workers see that and end, and nothing keeps the port."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        """Threads, so that a slow reader holds one of them and not the site; no log of who reads what (R15)."""
        config: Any = self.cfg
        for name, value in {
            "bind": [self.address],
            "worker_class": "gthread",
            "workers": min(2, os.cpu_count() or 1),
            "threads": THREADS,
            "control_socket_disable": True,
            "loglevel": "warning",
            "graceful_timeout": 5,
        }.items():
            config.set(name, value)

    def run(self) -> None:
        """Serve until told to end."""
        nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        (Arbiter if nohup else Foreground)(self).run()

    def load(self) -> Any:
        """The WSGI application, in the worker."""
        from lscb_site.wsgi import application

        return application


class Foreground(Arbiter):
    """An arbiter that ends when its terminal is closed, where gunicorn's own would start its workers anew."""

    def handle_hup(self) -> None:
        """End at once."""
        self.handle_int()


@contextmanager
def working() -> Iterator[None]:
    """Do the jobs in a process beside the server until the block ends; it ends with this process, however that ends."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]
    worker = subprocess.Popen(command, preexec_fn=end_with_parent)  # noqa: PLW1509 - no threads yet; our own words
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()


def end_with_parent() -> None:
    """In a new process on Linux: be told to end when the one that started it is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def refuse_taken_port(port: int) -> None:
    """SettingError if another program listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError as error:
            raise SettingError(f"Port {port} is only for root. Choose another: make run PORT=8001") from error
        except OSError as error:
            raise SettingError(
                f"Port {port} is taken by another program. Stop that, or choose another port: make run PORT={port + 1}"
            ) from error
