"""The one key of a practice, kept in memory while it is open, and what is derived from it."""

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class KeyForgotten(AllianceError):
    """The practice was locked, and its key with it."""


class DataKey:
    """The one key of a practice; what it is used for is derived from it, each use with its own name."""

    def __init__(self, secret: bytes, vault_id: str) -> None:
        self._secret = bytearray(secret)
        self.vault_id = vault_id

    def __repr__(self) -> str:
        return f"DataKey({self.vault_id[:8]}…)"

    @property
    def sqlcipher(self) -> str:
        """The raw key as SQLCipher wants it: ``x'<64 hex>'``."""
        return f"x'{self._derived('sqlcipher').hex()}'"

    @property
    def backup_mac(self) -> bytes:
        """What backups are sealed with."""
        return self._derived("backup-mac")

    @property
    def audit(self) -> bytes:
        """What links of the audit trail are sealed with."""
        return self._derived("audit")

    @property
    def keys_check(self) -> bytes:
        """What the keys file is sealed with."""
        return self._derived("keys-check")

    def copy(self) -> "DataKey":
        """Another handle on the same key, for a job that outlives a lock."""
        return DataKey(self.secret, self.vault_id)

    @property
    def secret(self) -> bytes:
        """The key itself, only ever wrapped; raises ``KeyForgotten`` once forgotten."""
        if not self._secret:
            raise KeyForgotten(_("The practice is locked."))
        return bytes(self._secret)

    def forget(self) -> None:
        """Overwrite the key; it opens nothing any more."""
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def _derived(self, use: str) -> bytes:
        import hmac  # late: brings OpenSSL, which the door does without

        # HKDF-SHA256 (RFC 5869) with no salt and one block of output.
        pseudorandom = hmac.digest(bytes(32), self.secret, "sha256")
        return hmac.digest(pseudorandom, f"alliance {use}".encode() + b"\x01", "sha256")
