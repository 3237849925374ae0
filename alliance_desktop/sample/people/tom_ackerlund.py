"""Tom, who comes for the first time: his health form is on paper, and everything is still open."""

from datetime import time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.sample.person import (
    Person,
)

PERSON = Person(
    ClientDraft("Tom Ackerlund", pronouns="he", phone="0664 55 09 05", found_us="Walked past, came in and asked"),
    welcomed=3,
    hour=time(14, 0),
)
