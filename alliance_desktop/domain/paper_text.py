"""Words on paper that a practice may put in its own way, and how they stand when it does not."""

from enum import StrEnum

from alliance_desktop.words import _


class PaperText(StrEnum):
    """Which part of which sheet: why saying it helps, how to bring something up, where the therapist's limits are."""

    WHY_SAY_IT = "why say it"
    HOW_TO_SAY_IT = "how to say it"
    LIMITS = "limits"

    @property
    def heading(self) -> str:
        """The part's heading, on paper and where it is edited."""
        return {
            PaperText.WHY_SAY_IT: _("Why saying it helps"),
            PaperText.HOW_TO_SAY_IT: _("How to bring something up"),
            PaperText.LIMITS: _("Where my limits are"),
        }[self]

    @property
    def ours(self) -> str:
        """Our own words: an empty line parts paragraphs, a hyphen begins a line of a list."""
        return {PaperText.WHY_SAY_IT: _why, PaperText.HOW_TO_SAY_IT: _how, PaperText.LIMITS: _limits}[self]()


def _why() -> str:
    return "\n\n".join(
        (
            _(
                "You feel what I cannot see. How firm is right, which place wants to be left alone, whether you are "
                "warm enough: only you can tell me."
            ),
            _(
                "Many people stay polite and say nothing, and then nothing gets better. Once it is said, we can change "
                "it at once, often with one small move."
            ),
            _(
                "You cannot hurt me by it, and you need no reason. I ask because I want to know. What did not suit "
                "you last time helps me as much as praise."
            ),
        )
    )


def _how() -> str:
    now = (_("“A little lighter, please.”"), _("“Stay there a bit longer.”"), _("“Please leave that place out.”"))
    more = (_("“I am cold.”"), _("“I would like it quiet today.”"), _("“Stop.”"))
    later = (
        _("“I was sore for two days. Can we do less?”"),
        _("“I said it was fine, but it was not.”"),
        _("“Something you said stayed with me. Can we talk about it?”"),
        _("“I would like to go another way. Can we look at the plan?”"),
    )
    return "\n\n".join(
        (
            _("During a visit a word or a sign is enough, at any moment:"),
            "\n".join(f"- {words}" for words in (*now, *more)),
            _("Afterwards, or when it is hard to say:"),
            "\n".join(f"- {words}" for words in later),
            _(
                "A note or a call is as good. I will thank you, ask what would suit you better, and tell you what "
                "I change."
            ),
        )
    )


def _limits() -> str:
    return "\n\n".join(
        (
            _(
                "My work is hands-on care. I name no illness and I do not take the place of your doctor. When "
                "something should be seen by one, I say so."
            ),
            _(
                "I work where we agreed and nowhere else, and you stay covered. Nothing here is sexual; if that line "
                "is crossed, by anybody, the visit ends."
            ),
            _(
                "What you tell me stays with me. Only if somebody is in danger, or the law asks, do I speak, and then "
                "I tell you first where I can."
            ),
            _(
                "I keep to the time we booked and answer in my working hours, not at night. We meet for visits, not "
                "in private, and a thank-you is the best gift. So this hour stays yours."
            ),
        )
    )
