"""What a look at everybody costs, and a look at one client after a write."""

from datetime import UTC, datetime

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, everybody, promises
from alliance_desktop.storage import snapshot
from alliance_desktop.storage.database import database
from tests.benchmarks.timing import milliseconds

# Records and rules beside the bare queries.
LOOKED = 5.0


class _Patient:
    def report(self, done: object, total: int) -> None:
        """Go on."""


def looking(folder: PracticeFolder) -> tuple[float, float]:
    """Milliseconds of a look at everybody, and of its queries alone, each read to its end; the best of some."""
    now = datetime.now(UTC)
    asked: list[tuple[object, ...]] = []

    def bare() -> None:
        with snapshot.reading(folder.database, database.key.sqlcipher) as connection:
            for query in asked:
                connection.execute(*query).fetchall()

    with snapshot.reading(folder.database, database.key.sqlcipher) as connection:

        def listen(*query: object) -> object:
            asked.append(query)
            return connection.execute(*query)

        everybody.read(listen, everybody.order(folder, now))
    looked = [milliseconds(lambda: everybody.look(everybody.order(folder, now), _Patient())) for _run in range(3)]
    return min(looked), min(milliseconds(bare) for _run in range(3))


def one_after_another(folder: PracticeFolder) -> list[float]:
    """Milliseconds of what Today reads anew after each of some writes, each about another client."""
    now = datetime.now(UTC)
    known = everybody.look(everybody.order(folder, now), _Patient())
    figures = []
    for client in clients.lines(limit=20):
        promises.make(client.id, "Heater on", "", now)

        def again() -> None:
            nonlocal known
            assert known is not None
            known = everybody.again(known, now)

        figures.append(milliseconds(again))
    return figures
