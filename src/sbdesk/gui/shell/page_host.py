"""Makes pages at their first visit, shows one at a time, and knows the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.shell.feature import Feature, Page
from sbdesk.gui.shell.history import History, Place


class PageHost(QStackedWidget):
    """``shown`` carries the key of the page now shown, also after back and forward."""

    shown = Signal(str)

    def __init__(self, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._features = {feature.key: feature for feature in features}
        self._pages: dict[str, Page] = {}
        self._contexts: dict[str, PageContext] = {}
        self._make_context: Callable[[], PageContext] | None = None
        self.history = History()

    def attach(self, make_context: Callable[[], PageContext]) -> None:
        """From now on pages can be made; each gets a context of its own."""
        self._make_context = make_context

    def detach(self) -> None:
        """Close every page: no answer reaches them any more."""
        for key, page in self._pages.items():
            self._contexts[key].tasks.close()
            page.closing()
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._contexts.clear()
        self.history.clear()
        self._make_context = None

    def go(self, key: str, target: Target | None = None) -> None:
        """Show a page and remember it. LookupError for a page that is not in the window."""
        page = self._page(key)
        if page is not None:
            self.history.visit(Place(key, target))
            self._show(key, page, target)

    def back(self) -> None:
        """Go to the place before."""
        self._revisit(self.history.back())

    def forward(self) -> None:
        """Go to the place after."""
        self._revisit(self.history.forward())

    def current(self) -> Page | None:
        """The page shown, or None on the start page."""
        widget = self.currentWidget()
        return widget if isinstance(widget, Page) else None

    def current_key(self) -> str:
        """The key of the page shown, or empty."""
        return next((key for key, page in self._pages.items() if page is self.currentWidget()), "")

    def made(self) -> tuple[Page, ...]:
        """The pages visited so far."""
        return tuple(self._pages.values())

    def _page(self, key: str) -> Page | None:
        if key in self._pages:
            return self._pages[key]
        feature = self._features[key]
        if self._make_context is None:
            return None
        context = self._make_context()
        page = feature.make_page(context)
        page.title = page.title or feature.label
        page.moved.connect(lambda target: self.history.visit(Place(key, target)))
        self._pages[key], self._contexts[key] = page, context
        self.addWidget(page)
        return page

    def _show(self, key: str, page: Page, target: Target | None) -> None:
        self.setCurrentWidget(page)
        page.open(target)
        self.shown.emit(key)
        # The page must be laid out before something in it can take the focus.
        QTimer.singleShot(0, page, lambda: self._focus(page))

    def _focus(self, page: Page) -> None:
        first = page.first_focus()
        if first is not None and page is self.currentWidget():
            first.setFocus()

    def _revisit(self, place: Place | None) -> None:
        if place is not None and (page := self._page(place.key)) is not None:
            self._show(place.key, page, place.target)
