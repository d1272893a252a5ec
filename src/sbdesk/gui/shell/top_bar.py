"""The line over the page: back and forward, the page's name, search, grant year and who works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from sbdesk.gui import icons
from sbdesk.gui.context import GrantYear
from sbdesk.gui.widgets.labels import heading, muted

_SEARCH, _SHORT_SEARCH = "Sök   Ctrl+K", "Sök"
_BARE = 3
"""How many steps the bar can be pared down in, so that large text never cuts the page's name."""


class TopBar(QWidget):
    """``search_wanted`` opens the command palette."""

    search_wanted = Signal()

    def __init__(self, back: QAction, forward: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._year: GrantYear | None = None
        self._compact = False
        self._name = ""
        self._title = heading("", "page")
        self.search = QPushButton(_SEARCH)
        self.search.setAccessibleName("Gå till eller sök")
        self.search.setToolTip("Gå till eller sök (Ctrl+K)")
        self.search.clicked.connect(self.search_wanted)
        icons.place(self.search, "search", "muted", 16)
        self._years = QComboBox()
        self._years.setAccessibleName("Bidragsår")
        self._years.activated.connect(self._choose)
        self._year_label = muted("Bidragsår", wrap=False)
        self._year_label.setBuddy(self._years)
        self._person = QLabel()
        icons.place(self._person, "person", "muted", 18)
        self._user = muted("", wrap=False)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 16, 6)
        row.setSpacing(8)
        for action, icon in ((back, "back"), (forward, "forward")):
            row.addWidget(_arrow(action, icon))
        row.addWidget(self._title, 1)
        for widget in (self.search, self._year_label, self._years, self._person, self._user):
            row.addWidget(widget)

    def set_compact(self, compact: bool) -> None:
        """Leave out what the widgets' names say anyway, where the text is large and the window small."""
        self._compact = compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pare the bar down where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def show_title(self, text: str) -> None:
        """The name of the page."""
        self._title.setText(text)
        self._fit()

    def title(self) -> str:
        """What is shown as the page's name."""
        return self._title.text()

    def _show_years(self) -> None:
        if self._year is not None:
            self._years.clear()
            self._years.addItems([str(value) for value in self._year.years])
            self._years.setCurrentText(str(self._year.value))

    def show_desk(self, year: GrantYear, user: str) -> None:
        """The years to choose between and the officer at the keyboard."""
        self._year = year
        self._show_years()
        year.listen_to_offers(self._show_years)
        self._name = user
        self._user.setAccessibleName(f"Du arbetar som {user}")
        self._user.setToolTip(user)
        self._fit()

    def _fit(self) -> None:
        """Leave out as little as lets the page's name stand whole."""
        for step in range(1 if self._compact else 0, _BARE + 1):
            self._pare(step)
            if self._row.sizeHint().width() <= self.width():
                return

    def _pare(self, step: int) -> None:
        """1: no label and icon, 2: no shortcut on the search, 3: initials; the names are still told aloud."""
        self._year_label.setVisible(step < 1)
        self._person.setVisible(step < 1)
        self.search.setText(_SEARCH if step < 2 else _SHORT_SEARCH)
        initials = "".join(word[:1] for word in self._name.split())
        self._user.setText(self._name if step < _BARE else initials)
        self._row.invalidate()

    def _choose(self) -> None:
        if self._year is not None:
            self._year.choose(int(self._years.currentText()))


def _arrow(action: QAction, icon: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text().replace("&", ""))
    icons.place(button, icon, "text", 20)
    return button
