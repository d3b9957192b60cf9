"""What a refusal says is right in every state it is given in."""

import pytest

from publications import policy
from publications.listing import State
from publications.policy import Action
from tests.publications import factories
from tests.publications.clock import at, london

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("release_at", "state"), [("2026-07-10 09:30", State.SCHEDULED), (None, State.PROTECTED)])
def test_an_upload_is_refused_with_what_to_do_in_either_case(release_at: str | None, state: State) -> None:
    with at("2026-07-03 10:00"):
        publication = factories.released(at=london(release_at) if release_at else None)
        refused = policy.refusal(Action.UPLOAD, publication, by=factories.editor(), at=london("2026-07-03 10:00"))
    assert refused
    assert refused.code == "wrong_state"
    assert refused.sentence == (
        f"Uploading a first file is not possible while it is {state.value}."
        " Cancel the scheduled release first; what was released already is corrected instead."
    )
