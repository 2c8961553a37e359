"""What a list of places is narrowed by (场所筛选): words, village, type, risk, and whether they were inspected when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.period import Period
from gridapp.domain.place_type import place_types
from gridapp.domain.span import Span
from gridapp.ports import PlaceQuery
from ui.cases.search_box import SearchBox
from ui.desk import Desk
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout

_SPANS = (
    Span.THIS_YEAR,
    Span.FIRST_HALF,
    Span.THIS_QUARTER,
    Span.THIS_MONTH,
    Span.LAST_MONTH,
    Span.THIS_WEEK,
    Span.LAST_30_DAYS,
)
EVER, INSPECTED, LEFT_OUT, CLOSED = "all", "inspected", "left out", "closed"


class PlaceFilters(QWidget):
    """Says which places are shown; everything is changed by keyboard."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.search = SearchBox()
        self.search.setPlaceholderText("场所名称、地址、业主或拼音首字母（Ctrl+F）")
        self.towns, self.villages = Combo("乡镇"), Combo("村社")
        self.types, self.risks = Combo("场所类型"), Combo("风险等级")
        self.spans, self.inspected = Combo("检查时段"), Combo("检查情况")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.setVisible(len(desk.areas.towns) > 1)
        self.types.offer([(None, "全部类型"), *((kind.name, kind.name) for kind in place_types())])
        self.risks.offer([(None, "全部风险"), *((risk, f"{risk}风险") for risk in hazard_words().risks)])
        self.spans.offer([(None, "从建档起"), *((span.value, span.value) for span in _SPANS)])
        self.inspected.offer(
            [(EVER, "在册场所"), (INSPECTED, "其中检查过"), (LEFT_OUT, "其中未检查过"), (CLOSED, "已注销")]
        )
        self._offer_villages()
        line = FlowLayout(self)
        for widget in (self.search, self.towns, self.villages, self.types, self.risks, self.spans, self.inspected):
            line.addWidget(widget)
        self.search.wanted.connect(self.changed)
        self.towns.chosen.connect(self._town_chosen)
        for combo in (self.villages, self.types, self.risks, self.spans, self.inspected):
            combo.chosen.connect(self.changed)

    @property
    def town(self) -> str:
        """The town whose places are shown."""
        return self.towns.key or ""

    @property
    def span(self) -> str:
        """The period in which inspections are looked at, in words."""
        return self.spans.key or ""

    def period(self, today: date) -> Period | None:
        """The days in which inspections are looked at; nothing for all."""
        return Span(self.spans.key).period(today) if self.spans.key else None

    def query(self, today: date) -> PlaceQuery:
        """The places that are asked for, whether they were inspected or not."""
        return PlaceQuery(
            town=self.town,
            text=self.search.text().strip(),
            types=(self.types.key,) if self.types.key else (),
            risks=(self.risks.key,) if self.risks.key else (),
            village=self.villages.key,
            period=self.period(today),
            closed=self.inspected.key == CLOSED,
        )

    def _town_chosen(self) -> None:
        self._offer_villages()
        self.changed.emit()

    def _offer_villages(self) -> None:
        villages = self._desk.areas.villages(self.town)
        self.villages.offer([(None, "全部村社"), *((village.code, village.name) for village in villages)])
