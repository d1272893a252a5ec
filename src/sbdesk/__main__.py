"""Starts the program: the child that reads files in a frozen build, a command, or the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--spreadsheet-worker"]:
        from sbdesk.spreadsheets import worker_main

        return worker_main.main()
    from sbdesk import assembly

    return assembly.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
