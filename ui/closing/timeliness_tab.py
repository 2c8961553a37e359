"""How promptly and how fully each village reports (各村报送): every number opens its cases."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.closing.drafts import draft_in_words
from gridapp.closing.timeliness import Timeliness, timeliness, whole
from gridapp.closing.unfinished import REPORTED
from gridapp.counting.amount import Rate, spoken
from gridapp.counting.words import UNFILLED
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken as spoken_moment
from gridapp.ports import CaseQuery
from ui.closing.month_tab import MonthTab
from ui.desk import Desk
from ui.figures.figure_view import FigureView
from ui.figures.sheet import Cell, Line, Sheet, Weight
from ui.requests import ShowDue
from ui.widgets.combo import Combo

_COLUMNS = (
    "本月上报",
    "24小时内录入",
    "24小时录入率",
    "3日内录入",
    "最近录入",
    "必填项完整率",
    "不完整",
    "超期在办",
    "草稿",
)


class TimelinessTab(MonthTab):
    """A line a village, those that have reported nothing too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kinds = Combo("类别")
        self.kinds.offer([(kind.value, kind.label) for kind in REPORTED])
        self.kinds.chosen.connect(self.mark_stale)
        self.summary = QLabel()
        self.summary.setObjectName("count")
        self.view = FigureView("各村报送")
        self.view.asked.connect(self.asked)
        hint = QLabel("24小时、3日从上报时间算到录入时间；超期在办不论何月上报。双击或按回车查看具体案件")
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        bar = QHBoxLayout()
        bar.addWidget(self.kinds)
        bar.addWidget(self.summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        column.addWidget(hint)

    @override
    def load(self) -> None:
        desk, town, month, kind = self.desk, self.town, self.month, Kind(self.kinds.key or Kind.EVENT)
        self.questions.ask(
            "timeliness",
            lambda: timeliness(desk.office, town, month, desk.now, kind),
            lambda lines: self._show(kind, lines),
            self.refuse,
        )

    def _show(self, kind: Kind, lines: Sequence[Timeliness]) -> None:
        silent = sum(not line.has_reported for line in lines if line.village is not None)
        self.summary.setText(f"{len(lines)} 个村社，{silent} 个本月没有上报{kind.label}")
        total = replace(_line(kind, "合计", whole(lines)), weight=Weight.TOTAL)
        told = [_line(kind, self.desk.areas.name(line.village) or UNFILLED, line) for line in lines]
        self.view.show_sheet(Sheet(("村社",), tuple((name,) for name in _COLUMNS), (*told, total)))


def _line(kind: Kind, name: str, line: Timeliness) -> Line:
    def cases(what: str, ids: tuple[UUID, ...]) -> Cell:
        shown = ShowDue(CaseQuery(kind=kind, ids=ids), f"{name} · {what}") if ids else None
        return Cell(spoken(Decimal(len(ids))), value=Decimal(len(ids)), list=shown)

    return Line(
        (name,),
        (
            cases("本月上报", line.reported),
            cases("24小时内录入", line.in_a_day),
            _rate(line.promptness),
            cases("3日内录入", line.in_three_days),
            Cell(spoken_moment(line.last_entry) if line.last_entry else "—"),
            _rate(line.filled),
            cases("必填项不完整", line.incomplete),
            cases("超期在办", line.overdue),
            _drafts(line),
        ),
    )


def _drafts(line: Timeliness) -> Cell:
    count = Decimal(len(line.drafts))
    return Cell(spoken(count), told="\n".join(map(draft_in_words, line.drafts)), value=count)


def _rate(rate: Rate) -> Cell:
    return Cell(spoken(rate), value=rate)
