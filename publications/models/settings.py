"""What a board asks of whoever signs off."""

from wagtail.admin.panels import FieldPanel
from wagtail.blocks.field_block import CharBlock
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

QUESTIONS = (
    "Is its text our own, or exactly as it was delivered to us, with nothing in it that was meant for us alone?",
    "Did somebody read all of it as a stranger who wants to find out who the child is, with the local news at hand?",
    "Do the family know what it says and when it will be published?",
    "Were court orders, reporting restrictions and criminal proceedings considered?",
    "Are markings such as “draft” or “restricted”, comments and tracked changes removed?",
    "Can everybody read it with a screen reader, or is there a version, or a date for one, that they can?",
)
LONGEST_QUESTION = 300


class QuestionBlock(CharBlock):
    """One question, to be answered with yes, no, or that it does not apply."""

    class Meta:
        icon = "help"
        label = "Question"


def default_questions() -> list[tuple[str, str]]:
    """The questions of a new site."""
    return [("question", question) for question in QUESTIONS]


@register_setting(icon="tasks", order=120)
class SignOffSettings(BaseGenericSetting):
    """The questions that the second person answers before a file is signed off."""

    questions = StreamField(
        [("question", QuestionBlock(max_length=LONGEST_QUESTION))],
        default=default_questions,
        min_num=1,
        max_num=20,
        help_text="Whoever signs off a file answers each with yes, no or “does not apply”. With a “no” a file is not "
        "signed off. What was asked and answered is kept with each sign-off.",
    )

    panels = [FieldPanel("questions")]

    class Meta:
        verbose_name = "Sign-off checklist"

    @property
    def asked(self) -> list[str]:
        """The questions, in their order."""
        return [str(block.value) for block in self.questions]
