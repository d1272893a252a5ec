"""Renews the two lock files from pyproject.toml, so that both are made in the same way every time.

`python installer/renew_locks.py` needs uv on the path (or `--uv PATH`). Runtime first; the development lock
chooses no other version of anything that the runtime lock has. No index and no path of a machine is written.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Every version, with hashes for Linux, Windows and macOS. Never edit by hand; renew from pyproject.toml with
#   python installer/renew_locks.py [--upgrade]     (needs uv)
"""
LOCKS = {
    "requirements.lock": ["--group", "build"],
    "requirements-dev.lock": ["--group", "build", "--group", "dev", "--constraint", "requirements.lock"],
}
HOW = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
WHERE = ["--no-emit-index-url", "--no-emit-find-links", "--default-index", "https://pypi.org/simple"]


def renew(uv: str, upgrade: bool) -> None:
    """Writes both locks; raises `CalledProcessError` when the versions asked for cannot be met."""
    for name, groups in LOCKS.items():
        target = ROOT / name
        newer = ["--upgrade"] if upgrade else []
        command = [
            uv,
            "pip",
            "compile",
            "pyproject.toml",
            *groups,
            "--output-file",
            name,
            *HOW,
            *WHERE,
            *newer,
        ]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        target.write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--uv", default="uv", help="the uv program")
    parser.add_argument("--upgrade", action="store_true", help="take newer versions than the locks have")
    chosen = parser.parse_args()
    renew(chosen.uv, chosen.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())
