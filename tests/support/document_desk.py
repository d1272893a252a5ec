"""A desk with a letter, a text, a picture and files that cannot be shown, and its Dokument page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from sbdesk.domain.office import DocumentOrigin
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.documents.feature import documents_feature
from sbdesk.gui.features.documents.page import DocumentsPage
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.documents import DocumentRow
from support.desk import OpenDesk, open_desk
from support.gui_pages import Surroundings, show
from support.requisition_case import CaseDriver


def picture() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5FA8"))
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def desk_with_documents(file: Path) -> OpenDesk:
    """A decided case with its letter, a text, a picture and a workbook; made once and copied."""
    made = open_desk(file)
    case = CaseDriver(made)
    case.bring_to(Stage.PROPOSED)
    case.decide()
    with made.store.writing() as session:
        for content, name, media in (
            ("Anvisning\nrad två".encode(), "anvisning.txt", "text/plain"),
            (picture(), "skannat.png", "image/png"),
            (b"PK not shown", "huvudbok.xlsx", "application/x-workbook"),
            (b"%PDF-1.4 broken", "trasig.pdf", "application/pdf"),
            (b"no picture", "trasig.png", "image/png"),
        ):
            keep_document(
                session,
                made.work,
                NewDocument(content, name, media, DocumentOrigin.RECEIVED, "other", name),
            )
    made.store.close()
    return made


def opened(qtbot: QtBot, around: Surroundings) -> DocumentsPage:
    page = documents_feature().make_page(around.context)
    assert isinstance(page, DocumentsPage)
    show(qtbot, page, 1500)
    return page


def row_of(page: DocumentsPage, file_or_kind: str) -> DocumentRow:
    return next(row for row in page.model.rows() if file_or_kind in (row.file_name, row.kind))


def choose(page: DocumentsPage, file_or_kind: str) -> DocumentRow:
    row = row_of(page, file_or_kind)
    assert page.table.select_id(row.id)
    return row


def act(page: DocumentsPage, label: str) -> None:
    row = page.presenter.row
    assert row is not None
    (action,) = [one for one in page.presenter.actions(row) if one.label == label]
    assert action.enabled, action.reason
    action.run()
