"""A job reads one moment of the practice while the therapist goes on writing."""

from datetime import datetime

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients
from alliance_desktop.storage import snapshot
from alliance_desktop.storage.keys import DataKey

COUNT = "SELECT count(*) FROM client"


def test_a_job_sees_one_moment_and_hinders_nobody(practice: PracticeFolder, data_key: DataKey, now: datetime) -> None:
    with snapshot.reading(practice.database, data_key.sqlcipher) as connection:
        clients.welcome(ClientDraft("Ida"), now)
        assert connection.execute(COUNT).fetchone()[0] == 0
        clients.welcome(ClientDraft("Ole"), now)
        assert connection.execute(COUNT).fetchone()[0] == 0
    with snapshot.reading(practice.database, data_key.sqlcipher) as connection:
        assert connection.execute(COUNT).fetchone()[0] == 2


def test_a_job_that_reads_cannot_write(practice: PracticeFolder, data_key: DataKey) -> None:
    with (
        snapshot.reading(practice.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM client")
