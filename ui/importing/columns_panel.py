"""The second step (对列): which column of the file fills which field, why it is thought so, and what stands in it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.importing.headings import SEARCHED, Headed
from gridapp.importing.proposing import Proposal, Sure
from ui.importing.file_reading import ReadSheet
from ui.widgets.combo import Combo
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labelled import Labelled
from ui.widgets.scroll_down import ScrollDown

_NONE = "（没有这一列）"
_HEADINGS = ("栏目", "文件的列", "依据", "前三行")
_LINES = 12


class ColumnsPanel(QWidget):
    """A column fills one field: taking it for another frees the first."""

    sheet_chosen = Signal(int)
    heading_row_chosen = Signal(int)
    changed = Signal()
    kind_wanted = Signal(object)
    """The file is to be read as a ledger of another kind."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Combo("工作表")
        self.sheets.chosen.connect(lambda: self.sheet_chosen.emit(int(self.sheets.key or 0)))
        self.several = QLabel()
        self.several.setObjectName("muted")
        self.row = QSpinBox()
        self.row.setAccessibleName("表头所在行")
        self.row.setRange(1, SEARCHED * 10)
        self.row.setKeyboardTracking(False)
        self.row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row.valueChanged.connect(self.heading_row_chosen)
        self.told = QLabel()
        self.told.setObjectName("count")
        self.told.setWordWrap(True)
        self.remarks = QLabel()
        self.remarks.setObjectName("problem")
        self.remarks.setWordWrap(True)
        self.unused = QLabel()
        self.unused.setObjectName("muted")
        self.unused.setWordWrap(True)
        self.choosers: dict[str, Combo] = {}
        self._read: ReadSheet | None = None
        self._samples: dict[str, ElidedLabel] = {}
        self.whys: dict[str, QLabel] = {}
        self._columns: Sequence[Column] = ()
        self._scroll = ScrollDown(QWidget())
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.likelier_told, self.likelier_button = QLabel(), QPushButton()
        self.likelier_told.setObjectName("problem")
        self.likelier_button.clicked.connect(lambda: self.kind_wanted.emit(self._likelier))
        self._likelier: Kind | None = None
        likelier = QHBoxLayout()
        likelier.addWidget(self.likelier_told)
        likelier.addWidget(self.likelier_button)
        likelier.addStretch(1)
        bar = QHBoxLayout()
        bar.addWidget(Labelled("工作表", self.sheets))
        bar.addWidget(self.several)
        bar.addWidget(Labelled("表头在第", self.row))
        bar.addWidget(QLabel("行"))
        bar.addWidget(self.told, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.remarks)
        layout.addLayout(likelier)
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.unused)

    @property
    def places(self) -> Mapping[str, int]:
        """Which column (from 0) fills which field."""
        return {field: int(chooser.key) for field, chooser in self.choosers.items() if chooser.key is not None}

    def offer_sheets(self, sheets: Sequence[Headed]) -> None:
        """The sheets of the file; they are imported one by one."""
        self.sheets.offer([(str(n), headed.sheet.name) for n, headed in enumerate(sheets)])
        self.several.setText(f"共 {len(sheets)} 张，每次导入一张")
        self.several.setVisible(len(sheets) > 1)

    def remark(self, remarks: Sequence[str]) -> None:
        """What is to be known of the file, as long as it is looked at."""
        self.remarks.setText("".join(remarks))
        self.remarks.setVisible(bool(remarks))

    def suggest(self, likelier: Kind | None) -> None:
        """Says of what other kind the file rather is, if it is."""
        self._likelier = likelier
        if likelier is not None:
            self.likelier_told.setText(f"这份表头更像{likelier.label}台账，是不是种类选错了？")
            self.likelier_button.setText(f"按{likelier.label}导入(&R)")
        for widget in (self.likelier_told, self.likelier_button):
            widget.setVisible(likelier is not None)

    def show_sheet(self, read: ReadSheet) -> None:
        """Shows the fields of the ledger, each with the column that is proposed for it."""
        self._read = read
        with QSignalBlocker(self.row):
            self.row.setValue(read.headed.heading_row)
        inside = QWidget()
        inside.setObjectName("canvas")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(3, 1)
        for place, heading in enumerate(_HEADINGS):
            label = QLabel(heading)
            label.setObjectName("muted")
            grid.addWidget(label, 0, place)
        proposals = {one.column.field: one for one in read.proposed.proposals}
        headings = [(str(place), text or f"第 {place + 1} 列") for place, text in enumerate(read.headed.headings)]
        self.choosers, self._samples, self.whys = {}, {}, {}
        self._columns = read.proposed.ledger.columns
        for line, column in enumerate(read.proposed.ledger.columns, 1):
            self._add_line(grid, line, column, headings, proposals.get(column.field))
        grid.setRowStretch(len(self.choosers) + 1, 1)
        self._scroll.setWidget(inside)
        self._tell()

    def _add_line(
        self, grid: QGridLayout, line: int, column: Column, headings: Sequence[tuple[str, str]], found: Proposal | None
    ) -> None:
        name = QLabel(f"{column.heading} *" if column.required else column.heading)
        if column.required:
            name.setObjectName("card_title")
        chooser = Combo(f"{column.heading}对应文件的列")
        chooser.setMinimumContentsLength(len(_NONE) * 2)
        chooser.offer([(None, _NONE), *headings])
        chooser.choose(None if found is None else str(found.place))
        chooser.chosen.connect(lambda: self._take(column.field))
        why = QLabel("" if found is None else f"{found.sure.value}：{found.why}")
        why.setObjectName("problem" if found is not None and found.sure is Sure.GUESSED else "muted")
        samples = ElidedLabel()
        samples.setObjectName("muted")
        self.choosers[column.field], self._samples[column.field] = chooser, samples
        self.whys[column.field] = why
        for place, widget in enumerate((name, chooser, why, samples)):
            grid.addWidget(widget, line, place)

    def _say_why(self, field: str, why: str, mood: str = "muted") -> None:
        label = self.whys[field]
        label.setText(why)
        label.setObjectName(mood)
        label.style().polish(label)

    def _take(self, field: str) -> None:
        chosen = self.choosers[field].key
        name = next(column.heading for column in self._columns if column.field == field)
        self._say_why(field, "人工指定" if chosen is not None else "")
        for other, chooser in self.choosers.items():
            if other != field and chosen is not None and chooser.key == chosen:
                chooser.choose(None)
                self._say_why(other, f"这一列已改给“{name}”", "problem")
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        read = self._read
        if read is None:
            return
        taken, places = set(self.places.values()), self.places
        for field, label in self._samples.items():
            cells = read.samples[places[field]] if field in places else ()
            label.say("　｜　".join(cell or "（空）" for cell in cells))
        lacking = [c.heading for c in read.proposed.ledger.columns if c.required and c.field not in places]
        if not any(read.headed.headings):
            self.told.setText("这一行没有表头，请改表头所在的行，或换一张工作表、换一个文件")
        elif lacking:
            self.told.setText(f"还缺必填的列：{'、'.join(lacking)}")
        else:
            self.told.setText(f"已对应 {len(places)} 列，带 * 的必填")
        self.told.setObjectName("problem" if lacking else "count")
        self.told.style().polish(self.told)
        unused = [text for place, text in enumerate(read.headed.headings) if text and place not in taken]
        self.unused.setText(f"没有用到的列：{'、'.join(unused)}" if unused else "")
        self.unused.setVisible(bool(unused))
