"""What the tests run in, whatever the environment outside says: set before Django is loaded.

With `DATABASE_URL` outside, its server is used, and nothing of the database it names; the role must be allowed to
create databases. Else an embedded server of the tests' own, quick and forgetful, beside the site's.
"""

import atexit
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import psycopg

from lscb_site.embedded_postgres import APPLICATION, OWNER, SUPERUSER, Server

ROOT = Path(__file__).resolve().parent.parent
OURS = "DATABASE_URL DATABASE_OWNER_URL SECRET_KEY ALLOWED_HOSTS PUBLIC_URL FILES_URL EMAIL_URL CACHE_URL PORT"
FURTHER = "ADMIN_ENABLED TRUSTED_PROXIES RECORD_DIGESTS EXIT_ADDRESS CLAMD_URL"


def prepare() -> None:
    """Choose the server, start it if it is ours, and set every setting that comes from the environment."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        choose_server()
        for name in f"{OURS} {FURTHER}".split():
            os.environ.pop(name, None)
    folder = Path(tempfile.mkdtemp(prefix="lscb-tests-"))
    atexit.register(remove, folder, os.getpid())
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # the browser's driver keeps an event loop in the tests' thread
        "DATABASE_URL": os.environ["LSCB_TEST_OWNER_URL"],
        "DATABASE_OWNER_URL": os.environ["LSCB_TEST_OWNER_URL"],
        "SECRET_KEY": hashlib.sha256(b"only for tests").hexdigest(),
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "PUBLIC_URL": "http://localhost",
        "FILES_URL": (folder / "files").as_uri(),
        "RECORD_DIGESTS": str(folder / "digests.txt"),
        "LSCB_TEST_FOLDER": str(folder),
    }


def choose_server() -> None:
    """Note the addresses of the owner's and the application's role; the latter is empty if it must be made."""
    if outside := os.environ.get("DATABASE_URL"):
        owner = os.environ.get("DATABASE_OWNER_URL") or outside
        application = outside if owner != outside else ""
    else:
        server = Server(ROOT / ".local", "test-postgres", durable=False)
        server.start()
        with psycopg.connect(server.url(SUPERUSER, "postgres")) as connection:
            connection.execute(f"GRANT {APPLICATION} TO {OWNER}")  # so that `as_application` can become it
        owner, application = server.url(OWNER), server.url(APPLICATION)
    os.environ |= {"LSCB_TEST_OWNER_URL": owner, "LSCB_TEST_APPLICATION_URL": application}


def remove(folder: Path, owner: int) -> None:
    """Remove this process's temporary folder; not a forked child's parent's."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
