"""The texts of Help."""

from alliance_desktop.words import _


def topics() -> tuple[tuple[str, str], ...]:
    """The main tasks, each with a short text."""
    return (
        (
            _("A new client"),
            _(
                "Press Ctrl N and type a name. That is all it takes. Contact, comfort and touch, health and consent "
                "have their place in Profile and can wait. If somebody with nearly the same name is here already, "
                "the window says so and lets you decide."
            ),
        ),
        (
            _("A plan that two people write"),
            _(
                "Open Plan and sit side by side. On the left are the client’s words, exactly as they are said; on "
                "the right your own. Agree the visits, what each of you will do, and ask aloud whether anything is "
                "unclear: “asked; none said” is an answer. “Ready to sign” makes a version that never changes. "
                "Both sign on the pad, or you note that it was agreed aloud or on paper, and why. “Change” starts the "
                "next version, and the program lists in plain words what is different."
            ),
        ),
        (
            _("The note after a visit"),
            _(
                "Start note opens today’s note. Quick and SOAP are two ways to look at the same words. What you carry "
                "forward from last time waits for a look before the note can be signed. Everything is stored while "
                "you type. Ctrl Enter signs and locks the note; afterwards it can only be added to, with a reason."
            ),
        ),
        (
            _("Finding something"),
            _(
                "Press Ctrl K and type the beginning of a word: names, plans, notes and what clients said are "
                "searched together. Accents and capital letters do not matter."
            ),
        ),
        (
            _("Locking, and the recovery sheet"),
            _(
                "Ctrl L locks at once; nothing is asked and no draft is lost. The program also locks by itself after "
                "some minutes without a key or a click. If the password is forgotten, the code on the recovery sheet "
                "opens the practice. "
                "Without both, nobody can open it, not even the makers of this program."
            ),
        ),
    )


def keys() -> tuple[tuple[str, str], ...]:
    """The keyboard map."""
    return (
        (_("Ctrl K"), _("find")),
        (_("Ctrl N"), _("new client, or a new note inside a client")),
        (_("Ctrl 1, 2, 3 …"), _("the pages of the sidebar")),
        (_("Alt Left"), _("back")),
        (_("F6"), _("to the sidebar and back")),
        (_("Ctrl S"), _("store now (it is stored by itself as well)")),
        (_("Ctrl Enter"), _("sign and finish the note")),
        (_("Ctrl P"), _("print the plan")),
        (_("Ctrl L"), _("lock")),
        (_("Ctrl +, −, 0"), _("larger, smaller, usual text")),
        (_("Ctrl ,"), _("settings")),
        (_("F1"), _("this help")),
        (_("0 to 9"), _("the number with the focus; 1 then 0 makes 10, arrows step")),
    )
