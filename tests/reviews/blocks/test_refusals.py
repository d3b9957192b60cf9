"""What the blocks refuse, and what they say then."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from reviews.blocks.basis import BasisBlock
from reviews.blocks.principles import PrincipleBlock
from reviews.blocks.quotation import QuotationBlock
from reviews.blocks.sources import SourceBlock

REFUSED = (
    # block, value, where the message stands, what it says
    (SourceBlock, {"place": "page 3"}, ("place",), "must belong to something"),
    (BasisBlock, {"applies_to": "Criteria"}, ("act",), "one of them is needed"),
    (PrincipleBlock, {"text": "Talk.", "quoted": True}, ("source", "act"), "These are quoted words"),
    (QuotationBlock, {"text": "<p>Talk.</p>"}, ("source", "act"), "Name the act or other source"),
)


def message_at(error: ValidationError, path: tuple[str, ...]) -> str:
    """The message that stands beside the field at `path`."""
    for name in path:
        assert isinstance(error, StructBlockValidationError)
        error = error.block_errors[name]
    return " ".join(error.messages)


@pytest.mark.parametrize(("block", "value", "path", "message"), REFUSED)
def test_what_is_refused_and_where(block: Any, value: dict[str, Any], path: tuple[str, ...], message: str) -> None:
    instance = block()
    with pytest.raises(StructBlockValidationError) as refusal:
        instance.clean(instance.to_python(value))
    assert message in message_at(refusal.value, path)


ACCEPTED = (
    (SourceBlock, {}),
    (SourceBlock, {"act": "Children Act 2004"}),
    (SourceBlock, {"act": "Children Act 2004", "place": "section 14"}),
    (BasisBlock, {"regulation": "Invented Regulations 2006"}),
    (PrincipleBlock, {"text": "Talk.", "quoted": False}),
    (PrincipleBlock, {"text": "Talk.", "quoted": True, "source": {"act": "Board handbook"}}),
    (QuotationBlock, {"text": "<p>Talk.</p>", "source": {"act": "Board handbook"}}),
)


@pytest.mark.parametrize(("block", "value"), ACCEPTED)
def test_what_is_accepted(block: Any, value: dict[str, Any]) -> None:
    instance = block()
    instance.clean(instance.to_python(value))
