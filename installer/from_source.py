"""Runs or tests the program from its source with python3 and pip alone: python3 installer/from_source.py run | test."""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = "alliance-desktop.stamp"
OLDEST = (3, 11)
# The tests of a file run in one process: what a window left is what the next one finds, and a day is lived once.
# Proportions of time are taken when nothing else runs, so they come after all the others, which share the cores.
WHOLE_SUITE = (
    ("--cov", "-q", "--numprocesses=auto", "--dist=loadfile", "--ignore=tests/benchmarks"),
    ("-q", "tests/benchmarks"),
)

# The system libraries that Qt opens, each with the Debian package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
}


class Stop(Exception):
    """Nothing more can be done; the text says why and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run or test; returns the exit code."""
    if sys.version_info < OLDEST:
        print("Alliance Desktop needs Python 3.11 or newer. Nothing was changed.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in ("run", "test"):
        print("Usage: python3 installer/from_source.py run | test", file=sys.stderr)
        return 2
    try:
        if arguments[0] == "run":
            return run(arguments[1:])
        return test(arguments[1:])
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as trouble:
        print(f"A step of the set-up did not work (code {trouble.returncode}); see above.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run(more: list[str]) -> int:
    """Open the sample practice; without a display, do the main job all the same and say where its papers lie."""
    python = prepared("requirements.lock")
    if has_display(sys.platform, os.environ):
        return subprocess.call([str(python), "-m", "alliance_desktop", "--sample", *more])
    print("There is no display here, so the program is led through the main job without one.")
    target = ROOT / "tour"
    # Only ever holds what an earlier walk left here.
    shutil.rmtree(target, ignore_errors=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.call([str(python), "-m", "alliance_desktop", "tour", str(target)], env=environment)
    print(f"Pictures of each step: {target}")
    for name, found in (("The printed plan", target.glob("plan.pdf")), ("The backup", target.glob("DRIVE/*.alliance"))):
        for path in found:
            print(f"{name}: {path}")
    return code


def test(more: list[str]) -> int:
    """Run the whole test suite, or what the further arguments name."""
    python = prepared("requirements-test.lock")
    environment = dict(os.environ)
    if not has_display(sys.platform, environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    code = 0
    for arguments in [more] if more else WHOLE_SUITE:
        code = subprocess.call([str(python), "-m", "pytest", *arguments], cwd=ROOT, env=environment) or code
    return code


def has_display(platform: str, environment: object) -> bool:
    """True where windows can be shown."""
    names = ("DISPLAY", "WAYLAND_DISPLAY")
    return platform in ("win32", "darwin") or any(environment.get(name) for name in names)  # type: ignore[attr-defined]


def prepared(lock: str) -> Path:
    """Make or complete ``.venv`` and return its Python; in seconds when everything is there already."""
    if sys.platform == "linux":
        check_libraries()
    home = ROOT / ".venv"
    python = python_of(home, sys.platform)
    stamp, mark = home / STAMP, fingerprint(lock)
    told = stamp.read_text(encoding="utf-8").split() if stamp.is_file() else []
    if python.exists() and mark in told:
        return python
    print("Setting up .venv; this takes a minute or two the first time.")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "install", "--quiet"]
    check_pip()
    subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", str(ROOT / "installer" / lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    stamp.write_text(" ".join([*told, mark]), encoding="utf-8")
    return python


def python_of(home: Path, platform: str) -> Path:
    """Where a virtual environment keeps its Python on a platform."""
    return home / "Scripts" / "python.exe" if platform == "win32" else home / "bin" / "python"


def fingerprint(lock: str) -> str:
    """What an installation was made from: the locked file, the project's description and the Python."""
    made = hashlib.sha256(sys.version.encode())
    for path in (ROOT / "installer" / lock, ROOT / "pyproject.toml"):
        made.update(path.read_bytes())
    return made.hexdigest()


def check_pip() -> None:
    """Stop with a sentence when pip is missing, or too old to install into another environment."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    if asked.returncode:
        raise Stop("pip is missing. On Debian and Ubuntu: apt-get install python3-pip")
    version = tuple(int(part) for part in asked.stdout.split()[1].split(".")[:2])
    if version < (22, 3):
        raise Stop("pip is too old; 22.3 or newer is needed: python3 -m pip install --user --upgrade pip")


def check_libraries() -> None:
    """Install Qt's missing system libraries as root on Debian and Ubuntu; else stop with the exact line."""
    missing = missing_packages()
    if not missing:
        return
    line = ["apt-get", "install", "-y", *missing]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Stop(f"Qt needs libraries of the system that are not here. Please run: sudo {' '.join(line)}")
    print(f"Installing libraries that Qt needs: {' '.join(missing)}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=quiet, stdout=subprocess.DEVNULL)
    subprocess.run([*line, "-q", "--no-install-recommends"], check=True, env=quiet, stdout=subprocess.DEVNULL)
    if left := missing_packages():
        raise Stop(f"These libraries could not be installed: {' '.join(left)}")


def missing_packages() -> list[str]:
    """The Debian packages of libraries that cannot be opened."""
    missing = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
