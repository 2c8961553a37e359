"""A card with a chart in it (图表卡片): its heading, what can be done with it, and what is not to be seen at once."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_sheet import A4
from ui.figures.charts.chart_spec import ChartSpec
from ui.printing.chart_order import chart_order
from ui.widgets.card import Card


class ChartCard(Card):
    """The picture that is kept is fit for a page of A4 (landscape, 300 dpi)."""

    asked = Signal(object)
    kept = Signal(str)
    """The file into which a picture was written."""
    refused = Signal(str)
    printing = Signal(object)
    """The chart is to be printed, by the `PrintOrder` of it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__("", wraps=True)
        self.chart = chart
        self.numbers = QCheckBox("显示数值")
        self.numbers.setToolTip("把数值写在图上")
        if not chart.numbers_optional:
            self.numbers.hide()
        self.copying = _button("复制图片", "把图和标题、口径、单位一起复制（在图上按 Ctrl+C）")
        self.keeping = _button("存为图片…", "存为可打印的 PNG 图片（A4 横向）")
        self.print_button = _button("打印…", "预览并打印这张图（在图上按 Ctrl+P）")
        self.note = QLabel()
        self.note.setObjectName("hint")
        self.note.setWordWrap(True)
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for tool in (self.numbers, self.copying, self.keeping, self.print_button):
            line.addWidget(tool)
        self.put_beside_heading(tools)
        self.body.addWidget(chart, 1)
        self.body.addWidget(self.note)
        self.note.hide()
        self._writer = _Writer()
        self._writer.kept.connect(self.kept)
        self._writer.refused.connect(self.refused)
        chart.asked.connect(self.asked)
        self.numbers.toggled.connect(lambda shown: chart.show_numbers(shown=shown))
        chart.plot.fitted.connect(self._say_numbers)
        self.copying.clicked.connect(chart.copy)
        self.keeping.clicked.connect(self._keep)
        self.print_button.clicked.connect(self.print_chart)
        chart.print_wanted.connect(self.print_chart)

    def draw(self, spec: ChartSpec) -> None:
        """Draws another chart under its heading, which tells the unit."""
        self.set_heading(spec.heading if spec.unit in spec.heading else f"{spec.heading}（{spec.unit}）")
        self.note.setText(spec.note)
        self.note.setVisible(bool(spec.note))
        self.chart.draw(spec)

    def keep_picture(self, path: str) -> None:
        """Writes the picture into a file named .png, behind the window; `kept` or `refused` says how it went."""
        QThreadPool.globalInstance().start(partial(self._writer.write, self.chart.picture(A4), path))

    def _say_numbers(self) -> None:
        with QSignalBlocker(self.numbers):
            self.numbers.setChecked(self.chart.plot.marks.numbers)

    def print_chart(self) -> None:
        """Asks for the chart on paper."""
        if self.chart.spec.is_empty:
            self.refused.emit(self.chart.empty.text())
            return
        self.printing.emit(chart_order(self.chart.spec.heading, self.chart.picture(A4)))

    def _keep(self) -> None:
        name = self.chart.spec.heading.replace(" · ", "-")
        dialog = QFileDialog(self, "存为图片", f"{name}.png", "PNG 图片 (*.png)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(self.keep_picture)
        dialog.open()


class _Writer(QObject):
    """Writes pictures in a thread of its own, for a page takes longer than a window may stand still."""

    kept = Signal(str)
    refused = Signal(str)

    def write(self, picture: QImage, path: str) -> None:
        """Writes one."""
        if picture.save(path):
            self.kept.emit(path)
        else:
            self.refused.emit(f"不能写入 {path}，请换一个位置。")


def _button(words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("quiet")
    button.setToolTip(hint)
    return button
