"""Nobody shortens it (rule R7): each way is tried on a real site, and an anonymous visitor judges."""

from collections import Counter

import pytest

from publications import actions
from publications.models import Publication
from tests.conftest import FULL
from tests.databases import as_application
from tests.publications.attacks.conftest import site
from tests.publications.attacks.judge import Sight, still_dark
from tests.publications.attacks.scene import Attack, Scene
from tests.publications.attacks.shorten import ATTACKS

pytestmark = pytest.mark.slow


def judged(attack: Attack, scene: Scene, sight: Sight) -> None:
    assert as_application()
    attack.run(scene)
    sight.still_there(briefly=not attack.spoils and not FULL)
    still_dark(Publication.objects.get(pk=scene.suspended).get_absolute_url())


@pytest.mark.parametrize("attack", [each for each in ATTACKS if not each.spoils], ids=str)
def test_the_report_is_there_afterwards(attack: Attack, shared_site: tuple[Scene, Sight]) -> None:
    judged(attack, *shared_site)


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.spoils], ids=str)
def test_the_report_is_there_on_a_spoilt_site(attack: Attack, prepared_site: tuple[Scene, Sight]) -> None:
    with site(prepared_site) as own:
        judged(attack, *own)


def test_there_are_enough_and_each_has_its_own_name() -> None:
    assert len(ATTACKS) >= 60
    assert max(Counter(str(attack) for attack in ATTACKS).values()) == 1


def test_the_judge_sees_a_report_that_went_dark(prepared_site: tuple[Scene, Sight]) -> None:
    """Else none of this proves anything."""
    with site(prepared_site) as (scene, sight):
        suspension = actions.suspend(
            scene.the_publication(), category="wrong_file", reason="x", by=scene.person("third")
        )
        with pytest.raises(AssertionError):
            sight.still_there(briefly=True)
        actions.lift(suspension, by=scene.person("approver"))
        sight.still_there()
