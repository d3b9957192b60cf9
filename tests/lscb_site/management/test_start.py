"""`prepare` and `start`, as far as they go without serving; the rest is seen in `make run`."""

import socket
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from lscb_site.environment import SettingError
from lscb_site.management.commands import prepare, start


def test_a_taken_port_is_one_line_that_names_another() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SettingError, match=rf"Port {port} is taken by another program\. .*PORT={port + 1}"):
            start.refuse_taken_port(port)
    start.refuse_taken_port(port)


@pytest.mark.django_db
def test_what_is_prepared_is_not_prepared_again(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = []
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    monkeypatch.setattr(prepare, "migrations_wait", lambda: False)
    (tmp_path / "static").mkdir()
    said = []
    for _ in range(2):
        out = StringIO()
        call_command("prepare", stdout=out)
        said.append(out.getvalue())
    assert said == ["Collecting style sheets, scripts and pictures ...\n", ""]


@pytest.mark.django_db
def test_a_changed_style_sheet_is_collected_again(settings: Settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "deploy").mkdir()
    (tmp_path / "static").mkdir()
    (tmp_path / "deploy/requirements.txt").write_text("wagtail")
    (tmp_path / "static/site.css").write_text("a")
    before = prepare.state_of_static()
    (tmp_path / "static/site.css").write_text("b")
    assert prepare.state_of_static() != before
