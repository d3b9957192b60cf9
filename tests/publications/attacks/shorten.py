"""Every way to shorten, hide, replace, rename away, date back or delete a report that we thought of."""

from tests.publications.attacks import ways_admin, ways_orm, ways_shell, ways_site, ways_sql, ways_structure, ways_time

WAYS = [ways_admin, ways_site, ways_orm, ways_shell, ways_sql, ways_structure, ways_time]
ATTACKS = [attack for ways in WAYS for attack in ways.ATTACKS]
