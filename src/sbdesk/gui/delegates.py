"""Draws table cells: levels with icon, word and tint, and a focus ring that shows also in a selected row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sbdesk.gui import icons, palette
from sbdesk.gui.look import Tone
from sbdesk.gui.tables import Roles

Index = QModelIndex | QPersistentModelIndex
_SIDE = 8


class CellDelegate(QStyledItemDelegate):
    """For every table of the desk."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, then its tone, then the focus ring on top."""
        tone = index.data(Roles.TONE)  # Qt hands a StrEnum back as plain text
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        look = palette.current()
        painter.save()
        painter.fillRect(option.rect, QColor(look.roles.selected_fill if selected else look.roles.base))
        if tone:
            self._paint_tone(painter, option, index, Tone(tone), selected)
        else:
            self._paint_text(painter, option, index, selected)
        self._paint_lines(painter, option.rect, focused, selected)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for the text, as tall as the rows are now."""
        look = palette.current()
        icon = look.icon_size + look.px(6) if index.data(Roles.TONE) or _decorated(index) else 0
        text = option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(text + icon + look.px(3 * _SIDE), look.row_height)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool
    ) -> None:
        look = palette.current()
        inner = option.rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            side = look.icon_size
            place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
            mode = icon.Mode.Selected if selected else icon.Mode.Normal
            icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
            inner.setLeft(place.right() + look.px(6))
        roles = look.roles
        painter.setPen(QColor(roles.selected_text if selected else roles.text))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        text = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(align), text)

    def _paint_tone(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tone: Tone, selected: bool
    ) -> None:
        look = palette.current()
        side, gap = look.icon_size, look.px(6)
        inner = option.rect.adjusted(look.px(_SIDE // 2), look.px(4), -look.px(_SIDE // 2), -look.px(5))
        text = str(index.data() or "")
        wanted = side + gap + option.fontMetrics.horizontalAdvance(text) + look.px(2 * _SIDE)
        inner.setWidth(min(inner.width(), wanted))
        colour = look.roles.selected_text if selected else look.roles.tone_text(tone)
        if not selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.roles.tone_tint(tone)))
            painter.drawRoundedRect(QRectF(inner), look.px(4), look.px(4))
        place = QRect(inner.left() + look.px(5), inner.center().y() - side // 2 + 1, side, side)
        icons.icon(tone.value, colour).paint(painter, place)
        inner.setLeft(place.right() + gap)
        painter.setPen(QColor(colour))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() - look.px(4))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_lines(self, painter: QPainter, rect: QRect, focused: bool, selected: bool) -> None:
        roles = palette.current().roles
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(roles.rule))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if focused:
            pen = QPen(QColor(roles.focus_selected if selected else roles.focus), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _decorated(index: Index) -> bool:
    return index.data(Qt.ItemDataRole.DecorationRole) is not None
