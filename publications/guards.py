"""The guards in the database: which trigger stands on which table.

The functions are in `publications/migrations/sql/`. What a trigger refuses has SQLSTATE 23L01 and a sentence for
the editor (`errors.translated`). They fire ALWAYS, so that they hold in every replication role.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from publications.terms import AnnouncedState, Medium

TABLES = (
    "accounthandled",
    "announcement",
    "check",
    "checkfinding",
    "destruction",
    "fileversion",
    "formerslug",
    "frozenpicture",
    "importbatch",
    "importline",
    "listingdecision",
    "overruling",
    "publication",
    "recorddigest",
    "recordentry",
    "release",
    "returned",
    "review",
    "signoff",
    "suspension",
)


@dataclass(frozen=True)
class Guard:
    """One trigger: its table (without the app's prefix), its name, when it fires, and the function it calls."""

    table: str
    name: str
    when: str
    calls: str
    constraint: bool = False
    each: str = "ROW"
    reads: str = ""
    """What it sees of all the rows of its statement."""
    app: str = "publications"

    @property
    def relation(self) -> str:
        """The name of its table in the database."""
        return f"{self.app}_{self.table}"

    @property
    def sql(self) -> str:
        """The statements that make it."""
        table = self.relation
        kind = "CONSTRAINT TRIGGER" if self.constraint else "TRIGGER"
        deferred = " DEFERRABLE INITIALLY DEFERRED" if self.constraint else ""
        reads = f" REFERENCING {self.reads}" if self.reads else ""
        return (
            f"CREATE {kind} {self.name} {self.when} ON {table}{deferred}{reads} FOR EACH {self.each}"
            f" EXECUTE FUNCTION {self.calls};"
            f" ALTER TABLE {table} ENABLE ALWAYS TRIGGER {self.name};"
        )


def guards() -> Iterator[Guard]:
    """Every guard there must be."""
    for table in TABLES:
        yield Guard(table, "guard_truncate", "BEFORE TRUNCATE", "ledger_refuse_truncate()", each="STATEMENT")
        every = "BEFORE INSERT OR UPDATE OR DELETE"
        yield Guard(table, "guard_stale", every, "ledger_refuse_stale()", each="STATEMENT")
    for table in (
        "accounthandled",
        "announcement",
        "destruction",
        "formerslug",
        "importbatch",
        "importline",
        "listingdecision",
        "recorddigest",
        "recordentry",
        "suspension",
    ):
        yield Guard(table, "guard_delete", "BEFORE DELETE", "ledger_refuse_delete()")
    yield from _changes()
    yield from _readable()
    yield from _own_rules()
    yield from _checks()
    yield from _recorded()
    yield from _told()


def _changes() -> Iterator[Guard]:
    may_change = {
        "accounthandled": "",
        "announcement": "'reason'",
        "checkfinding": "",
        "destruction": "'confirmed_at', 'confirmed_by_id'",
        "fileversion": "'original_name'",
        "frozenpicture": "",
        "importbatch": "'approved_at', 'approved_by_id', 'discarded_at', 'discarded_by_id'",
        "importline": "'publication_id', 'version_id'",
        "listingdecision": "",
        "overruling": "'reason', 'agreed_at', 'agreed_by_id', 'agreed_reason'",
        "recorddigest": "",
        "recordentry": "",
        "release": "'cancelled_at', 'cancelled_by_id', 'correction'",
        "returned": "'reason'",
        "signoff": "",
        "suspension": ", ".join(
            f"'{step}_at', '{step}_by_id'" for step in ("confirmed", "lifted", "reinstatement", "reinstated")
        )
        + ", 'reason'",
    }
    for table, columns in may_change.items():
        yield Guard(table, "guard_change", "BEFORE UPDATE", f"ledger_refuse_change({columns})")
    for table, columns in {
        "announcement": "'reason'",
        "fileversion": "'original_name'",
        "overruling": "'reason'",
        "release": "'correction'",
        "returned": "'reason'",
        "suspension": "'reason'",
    }.items():
        yield Guard(table, "guard_erase", "BEFORE UPDATE", f"ledger_only_erase({columns})")


def _readable() -> Iterator[Guard]:
    slug, year = "[-a-zA-Z0-9_]+", "[12][0-9]{3}-.*"
    for table, column, pattern in (
        ("review", "slug", slug),
        ("publication", "slug", slug),
        ("publication", "medium", "|".join(Medium.values)),
        ("release", "at", year),
        ("release", "period_unit", "months|weeks"),
        ("listingdecision", "keep_until", year),
        ("announcement", "state", "|".join(AnnouncedState.values)),
    ):
        calls = f"ledger_readable('{column}', '{pattern}')"
        yield Guard(table, f"guard_readable_{column}", "BEFORE INSERT OR UPDATE", calls)


def _own_rules() -> Iterator[Guard]:
    yield Guard("review", "guard_rule", "BEFORE INSERT OR UPDATE OR DELETE", "ledger_review()")
    yield Guard("formerslug", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_former_slug()")
    yield Guard("publication", "guard_rule", "BEFORE UPDATE OR DELETE", "ledger_publication()")
    yield Guard("fileversion", "guard_rule", "BEFORE DELETE", "ledger_file_version()")
    yield Guard("frozenpicture", "guard_rule", "BEFORE INSERT OR DELETE", "ledger_frozen_picture()")
    yield Guard("publication", "guard_medium", "BEFORE UPDATE OF medium", "ledger_medium()")
    yield Guard("signoff", "guard_rule", "BEFORE INSERT OR DELETE", "ledger_sign_off()")
    yield Guard("release", "guard_insert", "BEFORE INSERT", "ledger_release()")
    yield Guard("release", "guard_period", "BEFORE INSERT", "ledger_release_period()")
    yield Guard(
        "release",
        "guard_cancelled",
        "BEFORE UPDATE OF cancelled_at, cancelled_by_id",
        "ledger_release_cancelled()",
    )
    yield Guard("release", "guard_delete", "BEFORE DELETE", "ledger_release_deleted()")
    yield Guard("listingdecision", "guard_rule", "BEFORE INSERT", "ledger_decision()")
    yield Guard("suspension", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_suspension()")
    yield Guard("destruction", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_destruction()")
    yield Guard("importbatch", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_import_batch()")
    yield Guard("importline", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_import_line()")
    yield Guard("publication", "guard_seen", "BEFORE UPDATE", "ledger_first_public_seen()")
    yield Guard("recordentry", "guard_numbered", "BEFORE INSERT", "ledger_numbered()")
    for table in ("publication", "review"):
        yield Guard(table, "guard_identifier", "BEFORE UPDATE", "ledger_keep('identifier')")
    for table in ("announcement", "listingdecision", "release"):
        yield Guard(table, "guard_hold", "BEFORE INSERT", "ledger_hold_review()")
        yield Guard(table, "guard_import", "BEFORE INSERT", "ledger_import_held()")
    for table in ("accounthandled", "announcement", "listingdecision", "returned", "suspension", "recordentry"):
        yield Guard(table, "guard_dated", "BEFORE INSERT", "ledger_dated_now()")


def _checks() -> Iterator[Guard]:
    yield Guard("check", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_check()")
    yield Guard("checkfinding", "guard_rule", "BEFORE INSERT", "ledger_check_finding()")
    yield Guard("overruling", "guard_rule", "BEFORE INSERT OR UPDATE", "ledger_overruling()")
    yield Guard("signoff", "guard_when_checked", "BEFORE INSERT", "ledger_sign_off_checked()")
    yield Guard("release", "guard_when_checked", "BEFORE INSERT", "ledger_release_checked()")
    for table in ("check", "checkfinding", "overruling", "returned"):
        yield Guard(table, "guard_goes_with_file", "AFTER DELETE", "ledger_goes_with_file()", constraint=True)
    for when, event in (("INSERT", "overruling"), ("UPDATE OF agreed_at", "sign_off")):
        calls = f"ledger_overruling_recorded('{event}')"
        yield Guard("overruling", f"guard_recorded_{event}", f"AFTER {when}", calls, constraint=True)


def _recorded() -> Iterator[Guard]:
    for table, when, events, instant, where in (
        ("fileversion", "INSERT", "upload,correction,import,clean", "uploaded_at", "file"),
        ("check", "UPDATE OF finished_at", "check", "finished_at", "version"),
        ("returned", "INSERT", "return", "at", "version"),
        ("signoff", "INSERT", "sign_off", "at", "version"),
        ("release", "INSERT", "release", "requested_at", "publication"),
        (
            "release",
            "UPDATE OF cancelled_at",
            "unschedule",
            "cancelled_at",
            "publication",
        ),
        ("announcement", "INSERT", "announcement", "at", "publication"),
        (
            "listingdecision",
            "INSERT",
            "decision,move,import_approval",
            "at",
            "publication",
        ),
        ("suspension", "INSERT", "suspension", "at", "suspension"),
        (
            "suspension",
            "UPDATE OF confirmed_at",
            "confirmation",
            "confirmed_at",
            "suspension",
        ),
        ("suspension", "UPDATE OF lifted_at", "lifting", "lifted_at", "suspension"),
        (
            "suspension",
            "UPDATE OF reinstated_at",
            "reinstatement",
            "reinstated_at",
            "suspension",
        ),
        ("importbatch", "UPDATE OF approved_at", "import_approval", "approved_at", "batch"),
        ("destruction", "INSERT", "destruction_asked", "asked_at", "version"),
        ("destruction", "UPDATE", "destruction", "confirmed_at", "version"),
    ):
        yield Guard(
            table,
            f"guard_recorded_{events.split(',')[0]}",
            f"AFTER {when}",
            f"ledger_must_be_recorded('{events}', '{instant}', '{where}')",
            constraint=True,
        )


def _told() -> Iterator[Guard]:
    """Not refusals: they keep what the public may know over time true to the facts (models/spans.py)."""
    for table in ("announcement", "listingdecision", "publication", "release", "review", "review_topics", "suspension"):
        yield Guard(table, "guard_told", "AFTER INSERT OR UPDATE OR DELETE", "ledger_told()")
    for table in ("reviewfinding", "reviewaction"):
        for event, reads in {
            "INSERT": "NEW TABLE AS come",
            "UPDATE": "OLD TABLE AS gone NEW TABLE AS come",
            "DELETE": "OLD TABLE AS gone",
        }.items():
            name, told = f"guard_told_{event.lower()}", "ledger_told_of_findings()"
            yield Guard(table, name, f"AFTER {event}", told, each="STATEMENT", reads=reads)
    yield Guard("topic", "guard_told", "AFTER UPDATE OF name", "ledger_told_of_topic()", app="lscb_site")
    term = "AFTER UPDATE OF review_term"
    yield Guard("statutoryguidance", "guard_told", term, "ledger_told_of_guidance()", app="reviews")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard on its table anew; one whose table or function a later migration makes is left to that."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        cursor.execute("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
        functions = {name for (name,) in cursor.fetchall()}
        uninstall(connection)
        for guard in guards():
            if guard.relation in tables and guard.calls.partition("(")[0] in functions:
                cursor.execute(guard.sql)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Take every guard off: for migrations only, which put them back."""
    with connection.cursor() as cursor:
        for table, name in present(connection):
            cursor.execute(f"DROP TRIGGER {name} ON {table}")


def present(connection: BaseDatabaseWrapper, *, enabled: str = "%") -> set[tuple[str, str]]:
    """The (table, name) pairs of the guards in the database; with enabled="A" only those that always fire."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname LIKE 'guard\\_%%' AND t.tgenabled LIKE %s AND NOT t.tgisinternal",
            [enabled],
        )
        return set(cursor.fetchall())


def missing(connection: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    """The (table, name) pairs of guards that are not there, or do not always fire."""
    return {(guard.relation, guard.name) for guard in guards()} - present(connection, enabled="A")
