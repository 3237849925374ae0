"""What the profile form holds, stored together: who somebody is, and what suits them."""

from collections.abc import Mapping
from datetime import datetime

from alliance_desktop.domain.client import Client, ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import clients, comforts
from alliance_desktop.storage.database import transaction


@transaction
def keep(client_id: int, draft: ClientDraft, comfort: Mapping[ComfortKind, tuple[str, Whose]], now: datetime) -> Client:
    """Store the whole form or nothing of it; raises ``NameMissing`` and ``BornLater``."""
    client = clients.keep(client_id, draft, now)
    for kind, (words, whose) in comfort.items():
        comforts.keep(client_id, kind, words, whose, now)
    return client
