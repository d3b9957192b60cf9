"""The embedded server: who may enter, who stops it, what it survives. Each test starts servers of its own."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from lscb_site import embedded_home
from lscb_site.embedded_postgres import APPLICATION, OWNER, SUPERUSER, Server
from lscb_site.environment import SettingError

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]

# What another process does with the server: uses it until its input ends.
USER = """
import sys
from pathlib import Path
from lscb_site.embedded_postgres import Server
Server(Path(sys.argv[1]), durable=sys.argv[2] == 'durable').start()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Path]:
    """A folder of local files, as `.local`; what it caused elsewhere is removed."""
    folder = tmp_path / "site" / ".local"
    yield folder
    home = Server(folder).home
    for process in psutil.process_iter(["cmdline"]):
        if str(home.data) in (process.info["cmdline"] or []):
            process.terminate()
            process.wait(10)
    shutil.rmtree(home.folder, ignore_errors=True)


def use(local: Path, *, durable: bool = False) -> subprocess.Popen[str]:
    """Another process that uses the server until `end`."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(local), "durable" if durable else "quick"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=30)


def answers(local: Path, role: str = APPLICATION) -> bool:
    try:
        with psycopg.connect(Server(local).url(role)) as connection:
            return connection.execute("SELECT current_user").fetchone() == (role,)
    except psycopg.OperationalError:
        return False


def modes_of_parents(path: Path) -> dict[Path, tuple[int, int]]:
    return {parent: (parent.stat().st_mode, parent.stat().st_uid) for parent in path.parents}


def test_no_existing_folder_is_opened_to_anybody(local: Path) -> None:
    local.mkdir(parents=True)
    local.parent.chmod(0o700)
    watched = [local / "x", Path(psycopg.__file__), embedded_home.SYSTEM_FOLDER, ROOT / "x"]
    before = [modes_of_parents(path) for path in watched]
    end(use(local, durable=True))
    assert [modes_of_parents(path) for path in watched] == before


@pytest.mark.parametrize("durable", [True, False], ids=["on disk", "for tests"])
def test_only_its_owner_enters_data_and_passwords(local: Path, durable: bool) -> None:
    end(use(local, durable=durable))
    home = Server(local).home
    assert stat.S_IMODE(home.data.stat().st_mode) == 0o700
    assert stat.S_IMODE((local / "postgres.json").stat().st_mode) == 0o600
    assert (home.data.stat().st_uid == os.geteuid()) == (os.geteuid() != 0)


def test_every_role_needs_its_password(local: Path) -> None:
    user = use(local)
    server = Server(local)
    for role in (SUPERUSER, OWNER, APPLICATION):
        assert answers(local, role)
        wrong = server.url(role).replace(server.home.passwords[role], "wrong")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)
    end(user)


def test_it_listens_at_its_socket_only(local: Path) -> None:
    user = use(local)
    listening = [line for process in servers(local) for line in process.net_connections(kind="inet")]
    end(user)
    assert listening == []


def servers(local: Path) -> list[psutil.Process]:
    data = str(Server(local).home.data)
    return [each for each in psutil.process_iter(["cmdline"]) if data in (each.info["cmdline"] or [])]


def test_the_last_user_stops_it(local: Path) -> None:
    first, second = use(local), use(local)
    end(first)
    assert answers(local)
    end(second)
    assert not answers(local)
    assert servers(local) == []


def test_a_killed_user_leaves_nothing_that_stays_for_ever(local: Path) -> None:
    killed = use(local)
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=30)
    assert answers(local)
    end(use(local))
    assert not answers(local)


def test_a_killed_server_starts_again_with_its_data(local: Path) -> None:
    user = use(local, durable=True)
    with psycopg.connect(Server(local).url(OWNER)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS number")
    servers(local)[0].kill()
    end(user)
    user = use(local, durable=True)
    with psycopg.connect(Server(local).url(OWNER)) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (1,)
    end(user)


@pytest.mark.parametrize(
    ("durable", "room", "in_memory"), [(True, 0, False), (False, 0, True), (False, 1 << 60, False)]
)
def test_only_what_may_be_forgotten_is_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool, room: int, in_memory: bool
) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(embedded_home, "MEMORY", memory)
    monkeypatch.setattr(embedded_home, "ROOM", room)
    assert Server(tmp_path, durable=durable).home.folder.is_relative_to(memory) == in_memory


def test_what_was_in_memory_is_made_anew_after_a_restart(local: Path) -> None:
    end(use(local))
    shutil.rmtree(Server(local).home.folder)
    user = use(local)
    assert answers(local)
    end(user)


def test_the_number_of_a_dead_server_may_be_another_programs_now(local: Path) -> None:
    end(use(local))
    note = Server(local).home.data / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n")
    end(use(local))


def test_a_deep_folder_gets_a_short_socket(tmp_path: Path) -> None:
    local = tmp_path / "-".join(["deep"] * 30) / ".local"
    folder = embedded_home.Home(local / "postgres", "0" * 12, {}).socket_folder
    assert len(str(folder / embedded_home.SOCKET_NAME)) <= embedded_home.LONGEST_SOCKET_PATH


def test_another_version_of_postgresql_is_told_apart(local: Path) -> None:
    end(use(local))
    server = Server(local)
    (server.home.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(SettingError, match=r"made by PostgreSQL 17, and this is 18\. Go back .*pg_dump"):
        server.start()


def test_a_copied_folder_does_not_share_the_database(local: Path, tmp_path: Path) -> None:
    assert Server(local).home.passwords
    copy = tmp_path / "copy" / ".local"
    shutil.copytree(local, copy)
    with pytest.raises(SettingError, match="is a copy of"):
        assert Server(copy).home


def test_a_moved_folder_keeps_its_database(local: Path, tmp_path: Path) -> None:
    identity = Server(local).home.identity
    moved = tmp_path / "moved" / ".local"
    moved.parent.mkdir()
    local.rename(moved)
    assert Server(moved).home.identity == identity
    moved.rename(local)


def test_unreadable_notes_are_one_line(local: Path) -> None:
    local.mkdir(parents=True)
    (local / "postgres.json").write_text(json.dumps({"identity": "x"}))
    with pytest.raises(SettingError, match=r"postgres\.json can't be understood"):
        assert Server(local).home
    (local / "postgres.json").unlink()
