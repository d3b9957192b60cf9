"""The database of a machine of one's own: a real PostgreSQL from a wheel, behind a Unix socket.

Every process that uses the server holds a shared lock on one file; whoever leaves last stops it. The system
takes a lock away from a killed process, so nothing stale is left that could keep the server running or stop it
under somebody else.
"""

import atexit
import fcntl
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psutil
import psycopg

from lscb_site import embedded_home, roles
from lscb_site.environment import SettingError

DATABASE = "lscb"
SUPERUSER, OWNER, APPLICATION = embedded_home.ROLES
QUICK = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_wal_size=128MB"
PATIENCE = 15  # seconds in which a server killed hard lets go of its memory


class Server:
    """One embedded server, known by the folder of local files and a name.

    Without `durable` it forgets what it was told if the machine goes off, and is quick: for tests.
    """

    def __init__(self, local: Path, name: str = "postgres", *, durable: bool = True) -> None:
        self.local = local.resolve()
        self.name = name
        self.durable = durable
        self._use: IO[str] | None = None

    @cached_property
    def home(self) -> embedded_home.Home:
        """Where this server lives; chosen on first use."""
        with self._locked():
            return embedded_home.find_home(self.local, self.name, durable=self.durable)

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of `database` for `role`; the server need not run."""
        folder = quote(str(self.home.socket_folder), safe="/")
        return f"postgresql://{role}:{self.home.passwords[role]}@/{database}?host={folder}"

    def start(self) -> None:
        """Use the server, starting it if it does not run; it is stopped when its last user ends.

        Raises SettingError with one line saying what to do.
        """
        if self._use:
            return
        home = self.home
        with self._locked():
            if not self._answers():
                self._prepare(home)
                self._launch(home)
            self._introduce_roles(home)
            self._use = (self.local / f"{self.name}.users").open("w")
            fcntl.flock(self._use, fcntl.LOCK_SH)
        atexit.register(self._leave, os.getpid())

    def _leave(self, user: int) -> None:
        """Stop using the server, and stop it if nobody else uses it."""
        if os.getpid() != user or not self._use:
            return  # a forked child that runs its parent's exit functions
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with self._locked():
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if self._answers():
                try:
                    self._run("pg_ctl", "stop", "-D", str(self.home.data), "-m", "fast", "-w")
                except SettingError as error:
                    sys.stderr.write(f"The database did not stop. {error}\n")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One process at a time chooses, starts or stops."""
        try:
            self.local.mkdir(parents=True, exist_ok=True)
            with (self.local / f"{self.name}.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except PermissionError as error:
            raise SettingError(
                f"This user can't write to {error.filename or self.local}. Give it to this user, or set DATABASE_URL."
            ) from error
        except OSError as error:
            raise SettingError(f"The embedded database can't be used: {error}.") from error

    def _answers(self) -> bool:
        """Whether a server listens at the socket."""
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.home.socket_folder / embedded_home.SOCKET_NAME)) == 0

    def _prepare(self, home: embedded_home.Home) -> None:
        """Folders, programs and, the first time, the cluster; an unfinished first time is begun again."""
        owner = embedded_home.system_user()
        if owner:
            embedded_home.system_folder()
        home.folder.mkdir(exist_ok=True)
        if owner:
            home.folder.chmod(0o755)
        embedded_home.private_folder(home.socket_folder, owner)
        home.log.touch(mode=0o600)
        if owner:
            shutil.chown(home.log, owner)
        if home.data.exists():
            self._check_version(home)
            self._forget_dead_server(home)
        else:
            self._make_cluster(home, owner)

    def _make_cluster(self, home: embedded_home.Home, owner: str | None) -> None:
        unfinished = home.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        embedded_home.private_folder(unfinished, owner)
        with tempfile.NamedTemporaryFile("w", dir=home.folder) as password:
            password.write(home.passwords[SUPERUSER])
            password.flush()
            if owner:
                shutil.chown(password.name, owner)
            self._run(
                "initdb", "-D", str(unfinished), "-U", SUPERUSER, f"--pwfile={password.name}", "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--text-search-config=english", *([] if self.durable else ["--no-sync"]),
            )  # fmt: skip
        unfinished.replace(home.data)

    def _check_version(self, home: embedded_home.Home) -> None:
        made_by = (home.data / "PG_VERSION").read_text().strip()
        here = self._run("postgres", "--version").split()[-1].partition(".")[0]
        if made_by != here:
            raise SettingError(
                f"The database in {home.data} was made by PostgreSQL {made_by}, and this is {here}. "
                "Go back to the earlier release, export with pg_dump, and read the dump into a new one: docs/hosts.md."
            )

    def _forget_dead_server(self, home: embedded_home.Home) -> None:
        """Remove the note of a dead server whose number another program has been given since."""
        note = home.data / "postmaster.pid"
        if not note.exists():
            return
        try:
            if str(home.data) in psutil.Process(int(note.read_text().split()[0])).cmdline():
                return
        except (psutil.NoSuchProcess, IndexError, ValueError):
            pass
        note.unlink()

    def _launch(self, home: embedded_home.Home) -> None:
        options = (
            f"-c listen_addresses= -c unix_socket_directories={home.socket_folder} -c unix_socket_permissions=0700"
        )
        if not self.durable:
            options += QUICK
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._run("pg_ctl", "start", "-D", str(home.data), "-l", str(home.log), "-w", "-o", options)
                return
            except SettingError as error:
                if time.monotonic() > deadline:
                    raise SettingError(f"The database did not start. It says why at the end of {home.log}.") from error
                time.sleep(0.5)

    def _introduce_roles(self, home: embedded_home.Home) -> None:
        """The first time: make the roles and the database."""
        done = home.folder / "roles"
        if done.exists():
            return
        superuser = self.url(SUPERUSER, "postgres")
        try:
            roles.make_roles(superuser, home.passwords, owner=OWNER, application=APPLICATION)
            roles.make_database(superuser, DATABASE, owner=OWNER)
            roles.grant(self.url(OWNER), application=APPLICATION)
        except psycopg.Error as error:
            raise SettingError(f"The embedded database's roles could not be made: {error}") from error
        done.touch()

    def _run(self, program: str, *arguments: str) -> str:
        """What a program of PostgreSQL prints; SettingError with its complaint if it fails."""
        user = embedded_home.system_user()
        group = pwd.getpwnam(user).pw_gid if user else None
        command = [str(embedded_home.programs() / program), *arguments]
        # Files, not pipes: the server would hold a pipe open and the reader would wait for ever.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", check=False,
                env={"PATH": os.defpath, "LC_ALL": "C"}, user=user, group=group, extra_groups=[] if user else None,
            )  # fmt: skip
            output.seek(0)
            printed = output.read().strip()
        if done.returncode:
            raise SettingError(f"{program} failed: {printed.splitlines()[-1] if printed else done.returncode}")
        return printed


def database_urls(local: Path) -> tuple[str, str]:
    """The addresses of the embedded database: the application role's and the owner's."""
    server = Server(local)
    return server.url(APPLICATION), server.url(OWNER)
