"""The texts of Help."""

from dataclasses import dataclass

from alliance_desktop.words import _


@dataclass(frozen=True, slots=True)
class Topic:
    """One task: the name that a page asks for it by, its title, and how it is done."""

    name: str
    title: str
    words: str


def topics() -> tuple[Topic, ...]:
    """The main tasks, each with a short text."""
    return (*_with_clients(), *_between_us(), _scales(), *_around_them())


def _with_clients() -> tuple[Topic, ...]:
    return (
        Topic(
            "client",
            _("A new client"),
            _(
                "Press Ctrl N and type a name. That is all it takes. Contact, comfort and touch, health and consent "
                "have their place in Profile and can wait. If somebody with nearly the same name is here already, "
                "the window says so and lets you decide."
            ),
        ),
        Topic(
            "day",
            _("Who comes"),
            _(
                "“Add visit” on Today writes down who comes, when and for how long; somebody new is added with the "
                "same press. The next one stands in a card, and Enter opens their brief. Behind the small arrow a "
                "visit is moved or called off. Two visits at one time are told, never refused. A calendar file can be "
                "saved for another calendar; without names, unless you want them."
            ),
        ),
        Topic(
            "plan",
            _("A plan that two people write"),
            _(
                "Open Plan and sit side by side. On the left are the client’s words, exactly as they are said; on "
                "the right your own. Agree the visits, what each of you will do, and ask aloud whether anything is "
                "unclear: “asked; none said” is an answer. “Ready to sign” makes a version that never changes. "
                "Both sign on the pad, or you note that it was agreed aloud or on paper, and why. “Change” starts the "
                "next version, and the program lists in plain words what is different."
            ),
        ),
        Topic(
            "note",
            _("The note after a visit"),
            _(
                "Start note opens today’s note. Quick, SOAP, DAP, BIRP and your own layout are ways to look at the "
                "same words; Own lets you name the sections. Below the fields are words to tap: they become a "
                "sentence that you go on changing, and More lets you add your own. ; and a word of your snippets, "
                "from Settings, become a whole text. **Two stars** around words make them bold, a hyphen begins a "
                "line of a list. What is for you alone stays apart from the note. What you carry forward from last "
                "time waits for a look before the note can be signed. Everything is stored while you type. Ctrl "
                "Enter signs and locks the note; afterwards it can only be added to, with a reason."
            ),
        ),
        Topic(
            "note_body",
            _("The body in the note"),
            _(
                "“Mark on the body” opens the figure: choose whose mark it is and what it says, then a region or one "
                "point; a digit says how strong it is. Arrows, Enter and Delete do the same without a mouse. Below "
                "the note every marked place can be tapped into its words. “As last time” takes over the places of "
                "the visit before, never its numbers. Under Progress a slider goes from visit to visit and says what "
                "went, what came, and what is weaker or stronger."
            ),
        ),
    )


def _between_us() -> tuple[Topic, ...]:
    return (
        Topic(
            "check",
            _("The closing check"),
            _(
                "At the end of a visit give the client the screen, or a slip of paper: four sentences, one thing to "
                "keep and one to change, in twenty seconds. It is a conversation aid, not a validated test: talk about "
                "what they said, every time. Under Progress guess first what they answered; then their answers are "
                "shown beside your guess and stay as they are. “First time”, “steady”, “up” and “down” compare with "
                "the middle of the three visits before. Whoever gives full marks three times running is asked for "
                "words first."
            ),
        ),
        Topic(
            "repair",
            _("When something strained"),
            _(
                "Ruptures are noticed more often than they are spoken of. Under Progress note in a word or a tick what "
                "you saw, what was said and what you changed; the card beside it helps to find words. On the day you "
                "set, the brief asks how it went. The notebook is for you alone."
            ),
        ),
        Topic(
            "papers",
            _("Other papers, and letters"),
            _(
                "Under Documents you choose which paper it is, and tick what stands on it; the ticks are remembered "
                "for each client. How it goes shows the client’s own numbers and goals. A visit summary is drawn "
                "from the signed note, and never says what you thought. A letter begins with what the record says: "
                "change every word, leave it and come back to it; once it is printed it is kept as it left."
            ),
        ),
        Topic(
            "limits",
            _("Where the limits are"),
            _(
                "A yes to certain health questions, an item that says not to treat and a fresh operation wait at the "
                "top of the brief until you have decided, with a reason; nothing there is a verdict. Each health "
                "question is asked again after days of its own. The line at the head of a note says how it stands "
                "with the consent and opens it; beside it the client agrees to a sensitive area for this visit. Under "
                "a signed note the client’s own statement can stand. Private notes lie at the foot of the Profile, "
                "closed: they are never printed, and the search leaves them out, because whoever sits beside you sees "
                "what it finds."
            ),
        ),
        Topic(
            "paper",
            _("The plan on paper"),
            _(
                "Ctrl P inside a client shows the plan as it will be printed, and prints it. Large print and black "
                "and white are one tick each. Where no printer is found, save it as a PDF; whoever has the file can "
                "read it. Every paper that you print or save is kept under Documents, byte for byte."
            ),
        ),
    )


def _scales() -> Topic:
    return Topic(
        "scales",
        _("Scales of your own"),
        _(
            "In Settings you add questions that are answered with numbers. The program brings none: only what you "
            "may use belongs there, and what allows it stands beside each. Under Progress you fill one in with the "
            "client, or they answer alone; the score needs answers to four questions of five. A scale that you change "
            "leaves what was answered as it was. Two numbers can tell more: the reliable change says that a change is "
            "more than chance, and the smallest change that matters says that people notice it. Both come from studies "
            "of many people and are yours to look up; without them each client is compared with themselves."
        ),
    )


def _around_them() -> tuple[Topic, ...]:
    return (
        Topic(
            "backup",
            _("Backup and restore"),
            _(
                "Plug in a drive and press Ctrl Shift B. The copy is encrypted, written, read back and opened before "
                "the program calls it good. Keep the drive away from the computer. “Restore from a backup” on the "
                "Backup page brings everything back, with the password of the day it was made or the code on the "
                "recovery sheet; what is in the practice by then is kept aside in a folder of its own. On a new "
                "computer choose “Restore a backup” in the first run."
            ),
        ),
        Topic(
            "find",
            _("Finding something"),
            _(
                "Press Ctrl K and type the beginning of a word: names, plans, notes and what clients said are "
                "searched together. Accents and capital letters do not matter."
            ),
        ),
        Topic(
            "lock",
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
        (_("Ctrl K, Ctrl F"), _("find")),
        (_("Ctrl N"), _("new client, or a new note inside a client")),
        (_("Ctrl Shift A"), _("the next visit of a client")),
        (_("Ctrl 1 to 5"), _("the pages of the sidebar")),
        (_("Alt Left"), _("back")),
        (_("F6"), _("to the sidebar and back")),
        (_("Ctrl S"), _("save now (everything is saved by itself as well)")),
        (_("Ctrl Z"), _("take back what was typed in a field; with Shift, do it again")),
        (_("Ctrl Enter"), _("sign and finish the note")),
        (_("Ctrl T"), _("together: give the client the screen for the plan")),
        (_("Ctrl P"), _("print the plan")),
        (_("Ctrl Shift B"), _("back up")),
        (_("Ctrl L"), _("lock")),
        (_("Ctrl +, −, 0"), _("larger, smaller, usual text")),
        (_("Ctrl ,"), _("settings")),
        (_("F1"), _("help with the page you are on")),
        (_("Arrow down"), _("in an empty field of the plan: words used before")),
        (_("0 to 9"), _("the number with the focus; 1 then 0 makes 10, arrows step")),
    )


def licences() -> tuple[tuple[str, str], ...]:
    """What is inside the program and whose terms it is under."""
    return (
        (_("Alliance Desktop"), "MIT"),
        ("Qt, PySide6", "LGPL 3"),
        ("Python", "PSF"),
        ("SQLCipher", "BSD (Zetetic LLC)"),
        ("SQLite", _("public domain")),
        ("sqlcipher3", "zlib"),
        ("cryptography", "Apache 2.0, BSD"),
        ("peewee, platformdirs, zxcvbn, arabic-reshaper", "MIT"),
        ("python-bidi", "LGPL 3"),
        ("Pillow", "MIT-CMU"),
        ("ReportLab", "BSD"),
        ("pypdfium2, PDFium", "Apache 2.0, BSD"),
        ("Inter, Noto", "SIL OFL 1.1"),
        ("DejaVu", "Bitstream Vera"),
        ("Lucide", "ISC"),
    )
