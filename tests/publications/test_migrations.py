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


@pytest.mark.parametrize("back_to", ["0007", pytest.param("zero", marks=pytest.mark.long)])
def test_back_and_forward_again(committed_database: str, back_to: str) -> None:
    before = made()
    review = add_findings(in_state(State.PROTECTED).review)
    actions.show_findings(review, shown=True, by=make.editor())
    assert "wombat" in words()
    call_command("migrate", "publications", "0007", verbosity=0)
    assert "wombat" not in words(), "without findings there are none to be found"
    call_command("migrate", "publications", back_to, verbosity=0)
    names = [name for _kind, name, _what in made()]
    assert ("publications_review publications_review_pkey" in names) == (back_to != "zero")
    ours = ("publications_", "ledger_", "search_")
    assert back_to != "zero" or not [name for name in names if name.startswith(ours) or " guard_" in name]
    call_command("migrate", verbosity=0)
    assert made() == before
    assert not guards.missing(connection)
