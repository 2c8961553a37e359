"""What the register says of the place that is inspected (场所情况), beside the form."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import spoken
from gridapp.domain.place_type import place_type_named
from gridapp.ports import PlaceRow
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.widgets.card import Card

_NOTHING = "选好场所后，这里显示业主、上次检查和未销号的隐患。"


class PlaceCard(Card):
    """Type, owner, village, the last inspection and the hazards that are open; Alt+O opens the place."""

    wanted = Signal(object)
    """The id of the place that is to be looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("场所情况", wraps=True)
        self._desk = desk
        self._id: UUID | None = None
        self.content = ContentView(1)
        self._said = QLabel(_NOTHING)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self._open_hazards = QLabel()
        self._open_hazards.setWordWrap(True)
        self._open_hazards.setObjectName("problem")
        self._duty = QLabel()
        self._duty.setObjectName("hint")
        self._duty.setWordWrap(True)
        self.open_button = QPushButton("打开场所")
        self.open_button.setObjectName("quiet")
        self.open_button.setToolTip("打开场所，回到这里时填写的内容都在（Alt+O）")
        self.open_button.clicked.connect(self._open)
        QShortcut(QKeySequence("Alt+O"), self, self._open)
        for widget in (self._said, self.content, self._open_hazards, self._duty):
            self.body.addWidget(widget)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        self.show_row(None)

    def show_row(self, row: PlaceRow | None) -> None:
        """Shows a place of the register, or that none is chosen."""
        self._id = row.place.id if row else None
        self.set_heading(row.place.name if row else "场所情况")
        self.content.show_pairs(facts_of(row, self._desk.areas) if row else ())
        self._open_hazards.setText(f"还有 {row.open_hazards} 项隐患未销号" if row and row.open_hazards else "")
        kind = place_type_named(row.place.place_type) if row else None
        self._duty.setText(kind.duty if kind else "")
        self._said.setVisible(row is None)
        for widget in (self.content, self.open_button):
            widget.setVisible(row is not None)
        for label in (self._open_hazards, self._duty):
            label.setVisible(bool(label.text()))

    @property
    def text(self) -> str:
        """What it says of the hazards that are open."""
        return self._open_hazards.text()

    def _open(self) -> None:
        if self._id is not None:
            self.wanted.emit(self._id)


def facts_of(row: PlaceRow, areas: AreaTree) -> Sequence[tuple[str, str]]:
    """What is known of a place, with its names."""
    place = row.place
    owner = "，".join(part for part in (place.owner, place.phone) if part)
    where = " ".join(part for part in (areas.name(place.village), areas.name(place.grid)) if part)
    last = f"{spoken(row.inspected_at)}（共检查 {row.inspections} 次）" if row.inspected_at else "还没有检查过"
    facts = (
        ("场所类型", place.place_type),
        ("所属村社", where or "未填"),
        ("地址", place.address or ""),
        ("业主", owner or "未填"),
        ("风险等级", place.risk or ""),
        ("上次检查", last),
    )
    return [(name, value) for name, value in facts if value]
