"""Uids in the order of time (RFC 9562, version 7), so that millions of them are added at the end of their index."""

import random
from datetime import datetime


def uid(at: datetime, chance: random.Random) -> str:
    """Return a uid that begins with the moment; the same for the same state of chance."""
    time, rest = f"{int(at.timestamp() * 1000):012x}", f"{chance.getrandbits(72):018x}"
    return f"{time[:8]}-{time[8:]}-7{rest[:3]}-8{rest[3:6]}-{rest[6:]}"
