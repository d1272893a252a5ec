"""Tells every open page what an act has touched, so that it reads again."""

from __future__ import annotations

from collections.abc import Callable

from sbdesk.services.changes import Done, Touched

Reload = Callable[[Touched], None]
Told = Callable[[Done], None]


class Watch:
    """One page's wish to know; ended by :meth:`close`."""

    def __init__(self, bus: ChangeBus, watches: Touched, reload: Reload) -> None:
        self._bus = bus
        self.watches = watches
        self.reload = reload

    def close(self) -> None:
        """Be told no more; may be called twice."""
        self._bus.forget(self)


class ChangeBus:
    """Lives in the main thread. Pages are told after the act is committed."""

    def __init__(self) -> None:
        self._watches: list[Watch] = []
        self._listeners: list[Told] = []

    def watch(self, watches: Touched, reload: Reload) -> Watch:
        """Call ``reload`` with what was touched whenever it meets ``watches``."""
        watch = Watch(self, watches, reload)
        self._watches.append(watch)
        return watch

    def forget(self, watch: Watch) -> None:
        """End a watch; unknown ones are ignored."""
        if watch in self._watches:
            self._watches.remove(watch)

    def listen(self, told: Told) -> None:
        """Hear every act, with its message: the status bar and Meddelanden."""
        self._listeners.append(told)

    def emit(self, done: Done) -> None:
        """Tell everybody concerned."""
        for told in self._listeners:
            told(done)
        for watch in tuple(self._watches):
            # A reload may close another page, whose watch must then not be called.
            if watch in self._watches and watch.watches & done.touched:
                watch.reload(done.touched)
