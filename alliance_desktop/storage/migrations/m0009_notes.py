"""Schema 9: holds the place of another capability."""

NUMBER = 9

STATEMENTS = ""
