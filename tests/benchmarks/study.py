"""The study in ../shared/design/paper draws a plan with its own kit: the paper's reference, where that folder is.

Not a part of the program and never copied into it; ``python -m tests.benchmarks.study`` draws what it reads.
"""

import json
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from alliance_desktop.documents.plan_sheet import PlanPaper
from alliance_desktop.domain.plan import Signer
from alliance_desktop.domain.voice import Whose
from tests.benchmarks.timing import best_of

HOME = Path(__file__).parents[2]
_BOTH = (Signer.CLIENT, Signer.THERAPIST)
STUDY = HOME.parent / "shared" / "design" / "paper" / "src"


def milliseconds_of(paper: PlanPaper, runs: int = 5) -> float | None:
    """The quickest of some runs of the study over this plan's two pages, warm; None where the study is not there."""
    if not (STUDY / "kit.py").exists():
        return None
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.study", str(runs)],
        input=json.dumps(_plain(paper)),
        check=True,
        capture_output=True,
        text=True,
        cwd=HOME,
    )
    return float(told.stdout)


def _plain(paper: PlanPaper) -> dict[str, Any]:
    """The same words as the program draws: of every part that the kit has a piece for."""
    content, agreed = paper.version.content, paper.version.content.agreement
    visits = f"{agreed.visits} visits, {agreed.rhythm}, {agreed.minutes} minutes"
    return {
        "client": paper.called,
        "therapist": paper.therapist,
        "quote": content.what_matters.words,
        "goals": [[goal.title, goal.professional, goal.activity, goal.now, goal.hoped] for goal in content.goals],
        "agreed": [visits, agreed.areas_yes, agreed.areas_no],
        "i_will": [[step.what, step.how] for step in content.promised(Whose.THERAPIST)],
        "you_will": [[step.what, step.how] for step in content.promised(Whose.CLIENT)],
        "doubts": [[doubt.said.words, doubt.answer] for doubt in content.reservations],
        "changes": [line.words for line in paper.changes],
        "review": paper.day_words(content.review_on or paper.day),
        "strokes": [given.strokes if given is not None else [] for given in map(paper.version.signature_of, _BOTH)],
    }


def _story(kit: Any, papers: Any, edition: Any, plan: dict[str, Any]) -> list[Any]:
    p, gap, half = edition.p, edition.gap, [kit.span(3)] * 2
    flow = [p(f"Our plan, {plan['client']} and {plan['therapist']}", edition.title), gap(8)]
    flow += papers.hero(edition, {**plan, "next": "as agreed"})
    flow += [gap(15), p("Where we want to go", edition.head), gap(6)]
    for title, professional, activity, now, hoped in plan["goals"]:
        # The kit's scale of before and after stands for now and hoped.
        scale = [p(activity), gap(4), kit.Scale(edition, now, hoped, "not at all", "fully")]
        flow += [kit.Cols([[kit.GoalTitle(edition, title), p(professional, edition.small)], scale], half), gap(10)]
    flow += [p("What we agreed", edition.head), gap(4), *map(p, plan["agreed"]), gap(14)]
    mine, yours = (papers.actions(edition, plan[side]) for side in ("i_will", "you_will"))
    heads = ([p("I will", edition.head), gap(4)], [p("You will", edition.headclay), gap(4)])
    flow += [kit.Cols([[*heads[0], *mine], [*heads[1], *yours]], half)]
    flow += [papers.PageBreak(), p("What you are not sure about", edition.headclay), gap(4)]
    for said, answer in plan["doubts"]:
        flow += [kit.Cols([[kit.Quote(edition, said)], [p(answer)]], half), gap(9)]
    flow += [p("New in this version", edition.head), gap(4), *map(p, plan["changes"]), gap(16)]
    flow += [p("Room to write", edition.head), kit.Lines(3, 8.5 * kit.mm), gap(16), p("We agree", edition.head), gap(4)]
    flow += [p("I had time to ask. I can change my mind at any time. I have a copy."), gap(8)]
    fields = zip(plan["strokes"], (plan["client"], plan["therapist"]), ("client", "therapist"), strict=True)
    signed = [[kit.Signature(edition, lines, name, role, plan["review"])] for lines, name, role in fields]
    flow += [kit.Cols(signed, half)]
    private = "This plan stays between us. It is kept locked on one computer, never online. You can ask to see it."
    return [*flow, gap(14), p("Your privacy", edition.head), gap(2), p(private, edition.small)]


def main() -> None:
    """Draw the plan on standard input some times and print the milliseconds of the quickest."""
    plan, runs = json.load(sys.stdin), int(sys.argv[1])
    kit, papers = _study()
    strip = f"**{plan['therapist']}**, massage therapist"
    with tempfile.TemporaryDirectory() as place:

        def draw() -> None:
            edition = kit.Ed("A4")
            path = str(Path(place) / "plan.pdf")
            pages = kit.sheet(
                edition, path, "Plan", strip, f"For {plan['client']}", lambda: _story(kit, papers, edition, plan)
            )
            assert pages == 2

        draw()
        sys.stdout.write(f"{best_of(runs, draw):.3f}")


def _study() -> tuple[Any, Any]:
    """The study's two modules, with the packaged fonts; with the one that is not packaged nothing is drawn."""
    fonts: Any = import_module("reportlab.pdfbase.ttfonts")
    of_the_system = fonts.TTFont
    packaged = HOME / "resources" / "fonts"

    def font(name: str, file: str) -> Any:
        path = packaged / Path(file).name
        return of_the_system(name, str(path if path.exists() else packaged / "NotoSerif-Regular.ttf"))

    fonts.TTFont = font
    sys.path.insert(0, str(STUDY))
    # It may not be written to, and nothing is left in it.
    sys.dont_write_bytecode = True
    kit = import_module("kit")
    fonts.TTFont = of_the_system
    return kit, import_module("papers")


if __name__ == "__main__":
    main()
