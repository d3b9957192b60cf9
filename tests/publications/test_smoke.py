import pytest
from publications import actions, clock
from publications.listing import State
from tests.publications import factories as make
from django.db import connection
pytestmark = pytest.mark.django_db

def test_it():
    p = make.released()
    assert p.state is State.PROTECTED, p.state
    print(p.protected_through, p.facts)
    with connection.cursor() as c:
        c.execute("select ledger_state(%s, lscb_now()), ledger_protected_through(%s, lscb_now())", [p.pk, p.pk]); print(c.fetchone())
    e, a = make.editor(), make.approver()
    s = actions.suspend(p, category="court_order", reason="x", by=e)
    actions.confirm(s, by=a)
    actions.reinstate(s, by=e)
    actions.reinstate(s, by=a)
    with connection.cursor() as c:
        c.execute("select ledger_state(%s, lscb_now()), ledger_protected_through(%s, lscb_now())", [p.pk, p.pk]); print(c.fetchone())
