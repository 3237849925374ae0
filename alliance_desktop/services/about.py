"""What keeps the records: the library behind the file, by its versions."""

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.storage.database import database


def versions() -> tuple[tuple[str, str], ...]:
    """The names of what reads and writes the open practice, each with its version."""
    cipher = str(database.execute_sql("PRAGMA cipher_version").fetchone()[0])
    return ("SQLite", sqlcipher.sqlite_version), ("SQLCipher", cipher.split()[0])
