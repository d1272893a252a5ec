"""What every test gets: no real folders, no real screen, no hanging dialog; and what only a night runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt: the tests draw in memory, on every machine alike.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two cores are shared with other processes: a slow example says nothing about the code.
_PATIENT = [HealthCheck.too_slow]
settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile(
    "ci", max_examples=200, deadline=None, suppress_health_check=_PATIENT, database=None, print_blob=True
)
settings.register_profile(
    "nightly",
    max_examples=3000,
    deadline=None,
    suppress_health_check=_PATIENT,
    database=None,
    print_blob=True,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="also the sizes that an issue names; takes hours")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--hypothesis-profile", default=None):
        return
    nightly = bool(config.getoption("--nightly"))
    settings.load_profile("nightly" if nightly else "ci" if os.environ.get("CI") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--nightly"):
        return
    for item in items:
        if item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.skip(reason="a nightly size; run with --nightly"))


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the files of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(home / variable.lower()))
        for variable in ("APPDATA", "LOCALAPPDATA"):  # where Windows looks
            patch.setenv(variable, str(home / variable.lower()))
        yield home


@pytest.fixture(autouse=True)
def stuck_modals_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    """A dialog that nobody answers is closed and fails its test; otherwise the whole run would hang on it."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    from support.modal_watch import ModalWatch

    marker = request.node.get_closest_marker("modal_patience")
    watch = ModalWatch(patience=float(marker.args[0]) if marker else 10.0)
    yield
    closed = watch.finish()
    bury_the_dead()
    if closed:
        pytest.fail("a modal dialog was left open: " + ", ".join(closed), pytrace=False)


def bury_the_dead() -> None:
    """Delete the widgets that asked for it.

    No event loop runs between tests, so Qt would keep them all and paint every one anew at each palette.
    """
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
