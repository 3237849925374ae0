"""Asks the package index whether every wheel that we need exists for Windows x64, macOS arm64 and Linux x64.

Exit 0: all are there; 1: one lacks; 3: the index cannot be reached.
"""

import subprocess
import sys

from lock import PLATFORMS, PYTHONS, resolved, wanted

UNREACHED = ("Connection", "Temporary failure", "Max retries", "timed out", "Name or service")


def main() -> int:
    """Ask for each platform and Python, say one line each, and return the exit code."""
    needed = wanted()["requirements.lock"]
    code = 0
    for platform in PLATFORMS:
        for python in (PYTHONS[0], PYTHONS[-1]):
            try:
                count = len(resolved(needed, platform, python))
                print(f"{platform}, Python {python}: all {count} packages have a wheel.")
            except subprocess.CalledProcessError:
                if not reachable():
                    print("The package index cannot be reached just now; nothing is known.", file=sys.stderr)
                    return 3
                print(f"{platform}, Python {python}: a wheel is missing.", file=sys.stderr)
                code = 1
    return code


def reachable() -> bool:
    """True when the index answers for a package that is always there."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", "/dev/null", "pip"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return not any(sign in asked.stderr for sign in UNREACHED)


if __name__ == "__main__":
    sys.exit(main())
