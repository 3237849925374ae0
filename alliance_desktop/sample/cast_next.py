"""The people of the sample practice: all invented, each with a thread of their own through months of visits."""

from alliance_desktop.sample.people import maria_feldner
from alliance_desktop.sample.person import Person

PEOPLE: tuple[Person, ...] = (maria_feldner.PERSON,)
