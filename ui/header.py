"""The header above every page: way back, heading, who sits here and which day it is (页眉)."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from gridapp.domain.actor import Actor
from ui.icons import icon
from ui.theme import COLOURS

_CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)


class Header(QFrame):
    """Heading on the left, office's day on the right."""

    back = Signal()
    on = Signal()
    """The next case of the queue is wanted."""

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("header")
        self._back = QToolButton()
        self._back.setObjectName("back")
        self._back.setIcon(icon("back", COLOURS.accent))
        self._back.setAccessibleName("返回")
        self._back.setToolTip("返回（Alt+←）")
        self._back.clicked.connect(self.back)
        # A button's own shortcut plays its being pressed and acts only after that.
        QShortcut(QKeySequence("Alt+Left"), self, self._back.click)
        self._title = QLabel()
        self._title.setObjectName("title")
        self.next = QToolButton()
        self.next.setObjectName("next")
        self.next.clicked.connect(self.on)
        self.next.hide()
        self._demonstration = QLabel()
        self._demonstration.setObjectName("demonstration")
        self._day = QLabel()
        self._day.setObjectName("day")
        person = QLabel(actor.name)
        person.setObjectName("person")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(10)
        for widget in (self._back, self._title, self.next):
            layout.addWidget(widget)
        layout.addStretch()
        for widget in (self._demonstration, person, self._day):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_title("", can_go_back=False)
        self._demonstration.hide()

    def show_title(self, title: str, *, can_go_back: bool) -> None:
        """Shows a page's heading."""
        self._title.setText(title)
        self._back.setVisible(can_go_back)

    def show_queue(self, queue: str) -> None:
        """Offers the next case of a queue, if there is one."""
        self.next.setVisible(bool(queue))
        self.next.setText("下一件 F8")
        self.next.setToolTip(f"打开“{queue}”里的下一件（F8）")

    def show_day(self, today: date, *, demonstration: bool) -> None:
        """Shows the office's day; that of a demonstration is marked as such."""
        written = f"{today.year}年{today.month}月{today.day}日"
        self._demonstration.setVisible(demonstration)
        self._demonstration.setText(f"演示数据 · 截至{written}")
        self._day.setVisible(not demonstration)
        self._day.setText(f"{written} {_CHINESE.dayName(today.isoweekday())}")
