"""Makes the hash-locked files from pyproject.toml: python3 installer/lock.py (needs the package index).

Each wheel of each platform and Python that we support is resolved by pip itself; the hashes of all of them are kept.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Debian 12 and Ubuntu 22.04 or newer, macOS 13 or newer, Windows 10 or newer.
PLATFORMS = {
    "linux": tuple(f"manylinux_2_{minor}_x86_64" for minor in range(35, 4, -1)) + ("manylinux2014_x86_64",),
    "macos": tuple(f"macosx_{major}_0_{kind}" for major in (13, 12, 11) for kind in ("arm64", "universal2"))
    + tuple(f"macosx_10_{minor}_universal2" for minor in range(16, 8, -1)),
    "windows": ("win_amd64",),
}
PYTHONS = ("3.11", "3.12", "3.13")
# What builds our own package in place, so that nothing unpinned is fetched for it.
BUILD = ["hatchling>=1.25,<2", "editables>=0.5,<1"]


def wanted() -> dict[str, list[str]]:
    """What each locked file is for: to run the program, and to test it as well."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = [*project["dependencies"], *BUILD]
    # pip reads markers for the machine it runs on, so what only Windows needs is named here.
    test = [*run, *project["optional-dependencies"]["test"], "colorama>=0.4,<1"]
    return {"requirements.lock": run, "requirements-test.lock": test}


def resolved(requirements: list[str], platform: str, python: str) -> dict[str, tuple[str, str]]:
    """Ask pip what it would install there: version and SHA-256 by name. Raises ``CalledProcessError``."""
    tags = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
    with tempfile.TemporaryDirectory() as aside:
        report = Path(aside) / "report.json"
        command = [
            sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--only-binary=:all:",
            "--target", aside, "--python-version", python, *tags, "--report", str(report), *requirements,
        ]  # fmt: skip
        subprocess.run(command, check=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        item["metadata"]["name"].lower().replace("_", "-"): (
            item["metadata"]["version"],
            item["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for item in found
    }


def locked(requirements: list[str]) -> str:
    """Return the text of one locked file; a package that differs between platforms keeps each platform's version."""
    versions: dict[str, set[str]] = {}
    hashes: dict[tuple[str, str], set[str]] = {}
    for platform in PLATFORMS:
        for python in PYTHONS:
            for name, (version, digest) in resolved(requirements, platform, python).items():
                versions.setdefault(name, set()).add(version)
                hashes.setdefault((name, version), set()).add(digest)
    lines = ["# Made by installer/lock.py from pyproject.toml; every wheel of every platform by its hash."]
    for name in sorted(versions):
        if len(versions[name]) > 1:
            raise SystemExit(f"{name} has another version on another platform: {sorted(versions[name])}")
        version = next(iter(versions[name]))
        marker = ' ; sys_platform == "win32"' if name == "colorama" else ""
        lines.append(f"{name}=={version}{marker} \\")
        digests = sorted(hashes[(name, version)])
        lines += [f"    --hash=sha256:{digest}" + (" \\" if digest != digests[-1] else "") for digest in digests]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write both files."""
    for name, requirements in wanted().items():
        (HERE / name).write_text(locked(requirements), encoding="utf-8")
        print(f"{name} is made.")


if __name__ == "__main__":
    main()
