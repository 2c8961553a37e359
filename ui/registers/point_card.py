"""The card that the people below a geological point are given (防灾避险明白卡; DZ §25), as one view on screen."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from ui.registers.entry_words import said
from ui.theme import COLOURS

_ROWS = (
    ("title",),
    ("category", "level"),
    ("village", "address"),
    ("extent",),
    ("households", "people"),
    ("signal",),
    ("route",),
    ("shelter",),
    ("handler", "contact"),
    ("phone",),
)
_UNTOLD = "（未填）"
_WIDTH, _LINES = 46, 36
"""Of the dialog, in Chinese letters and in lines."""


class PointCardDialog(QDialog):
    """Everything on one sheet; what is not filled in is said to be so."""

    def __init__(self, parent: QWidget, point: Case, areas: AreaTree) -> None:
        super().__init__(parent)
        self.setWindowTitle("地质灾害防灾避险明白卡")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = QTextBrowser()
        self.view.setAccessibleName("明白卡")
        self.view.document().setDefaultFont(_larger(self.font()))
        self.view.setHtml(card_html(point, areas))
        hint = QLabel("Ctrl+A、Ctrl+C 复制到文档，Esc 关闭")
        hint.setObjectName("hint")
        self.close_button = QPushButton("关闭")
        self.close_button.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        letter = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(
            min(_WIDTH * letter, room.width()), min(_LINES * self.fontMetrics().lineSpacing(), room.height() * 9 // 10)
        )


def card_html(point: Case, areas: AreaTree) -> str:
    """The card as a sheet with lines."""
    rows = "".join(_row(point, fields, areas) for fields in _ROWS)
    return (
        f"<h2 align='center'>地质灾害防灾避险明白卡</h2><p align='right'>编号：{escape(point.number)}</p>"
        f"<table border='1' cellspacing='0' cellpadding='7' width='98%' style='border-color:{COLOURS.field_line}'>"
        f"{rows}</table><p>发现预警信号，请立即按撤离路线到避灾地点，并报告联系人；未经通知不得返回。</p>"
    )


def _row(point: Case, fields: tuple[str, ...], areas: AreaTree) -> str:
    span = " colspan='3'" if len(fields) == 1 else ""
    cells = "".join(
        f"<td width='18%' bgcolor='{COLOURS.head}'>{heading}</td><td{span}>{escape(words)}</td>"
        for heading, words in (_told(point, field, areas) for field in fields)
    )
    return f"<tr>{cells}</tr>"


def _told(point: Case, field: str, areas: AreaTree) -> tuple[str, str]:
    column = ledger_of(Kind.GEOLOGY).column(field)
    value = getattr(point, field, None)
    return column.heading, _UNTOLD if value in (None, "") else said(column, value, areas)


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.15)
    return larger
