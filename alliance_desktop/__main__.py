"""Starts the program from the command line."""

import sys

from alliance_desktop.cli import run


def main() -> None:
    """Run the command line and leave with its code."""

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
