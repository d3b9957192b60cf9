"""Guards of imports that wait for approval."""

from pathlib import Path

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from publications import guards

SQL = Path(__file__).parent / "sql"


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def uninstall(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publications", "0008_learning")]
    operations = [
        migrations.RunSQL((SQL / "0009_imports.sql").read_text(), (SQL / "0009_imports_reverse.sql").read_text()),
        migrations.RunPython(install, uninstall),
    ]
