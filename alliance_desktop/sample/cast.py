"""The people of the sample practice: all invented, each with a thread of their own through months of visits."""

from alliance_desktop.sample.people import (
    darina_zhuravel,
    greta_holmvik,
    jonas_wehrling,
    leila_maroukian,
    margit_oslander,
    maria_feldner,
    marton_keleveny,
    nefeli_dragona,
    omar_thistlewood,
    priya_sandmoor,
    tom_ackerlund,
    viktor_sandell,
)
from alliance_desktop.sample.person import Person

# Maria first: whoever asks for one person gets the one whose plan the pictures show.
PEOPLE: tuple[Person, ...] = (
    maria_feldner.PERSON,
    marton_keleveny.PERSON,
    leila_maroukian.PERSON,
    priya_sandmoor.PERSON,
    jonas_wehrling.PERSON,
    greta_holmvik.PERSON,
    nefeli_dragona.PERSON,
    darina_zhuravel.PERSON,
    viktor_sandell.PERSON,
    margit_oslander.PERSON,
    omar_thistlewood.PERSON,
    tom_ackerlund.PERSON,
)
