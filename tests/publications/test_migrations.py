"""The ledger's migrations go back and forth: what each makes, its way back takes away, in the database's own list."""

import pytest
from django.core.management import call_command
from django.db import connection

from publications import actions, guards
from publications.listing import State
from publications.models import ReviewSpan
from tests.publications import factories as make
from tests.publications.learning.samples import add_findings
from tests.publications.states import in_state

pytestmark = pytest.mark.slow

MADE = """
SELECT 'function', p.oid::regprocedure::text, md5(p.prosrc) FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.proname <> 'lscb_now' -- the tests have their own clock
UNION SELECT 'trigger', t.tgrelid::regclass || ' ' || t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::text
FROM pg_trigger t WHERE NOT t.tgisinternal
UNION SELECT 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
UNION SELECT 'constraint', o.conrelid::regclass || ' ' || o.conname, pg_get_constraintdef(o.oid) FROM pg_constraint o
WHERE o.connamespace = 'public'::regnamespace AND o.contype <> 't'
"""


def made() -> set[tuple[str, str, str]]:
    """Everything that there is in the database: its kind, its name, and what it is."""
    with connection.cursor() as cursor:
        cursor.execute(MADE)
        return set(cursor.fetchall())


def words() -> str:
    return " ".join(str(record) for record in ReviewSpan.objects.values_list("record", flat=True))


def test_back_to_nothing_and_forward_again(committed_database: str) -> None:
    before = made()
    call_command("migrate", "publications", "zero", verbosity=0)
    left = {name for _kind, name, _what in made()}
    assert [
        name for name in left if name.startswith(("publications_", "ledger_", "search_")) or " guard_" in name
    ] == []
    call_command("migrate", verbosity=0)
    assert made() == before
    assert not guards.missing(connection)


def test_a_step_back_keeps_what_is_told_true(committed_database: str) -> None:
    """Without findings there are none to be found; what stands in the records is worked out anew."""
    review = add_findings(in_state(State.PROTECTED).review)
    actions.show_findings(review, shown=True, by=make.editor())
    assert "wombat" in words()
    call_command("migrate", "publications", "0007", verbosity=0)
    assert "wombat" not in words()
    call_command("migrate", verbosity=0)
    review.refresh_from_db()
    add_findings(review)
    actions.show_findings(review, shown=True, by=make.editor())
    assert "wombat" in words()
