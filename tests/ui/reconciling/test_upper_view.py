"""The upper system's list in the window: its columns, its five groups, both sides, the file that comes of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from gridapp.reconciling.matched import Group
from tests.gridapp.ledger_files import text_file
from tests.offices import VILLAGES, recorded
from tests.ui.reconciling.chief import choose, reconciliation, texts
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.figures.statistics_page import StatisticsPage
from ui.reconciling.upper_view import UpperView

HEADINGS = ["任务号", "内容摘要", "辖区", "三级分类", "采集时刻"]
NAMES = ["桐川村", "内冯村", "西山村"]


@pytest.fixture
def rows(screen: Screen) -> Sequence[Mapping[str, str]]:
    """Six events of January as the upper system has them."""
    events = [
        recorded(screen.office, date(2018, 1, 8 + n), title=f"演示：第{n}盏路灯不亮", village=VILLAGES[n % 3])
        for n in range(6)
    ]
    return [
        dict(zip(HEADINGS, (e.number, e.title, NAMES[n % 3], "道路不洁", f"2018-01-{8 + n:02}"), strict=True))
        for n, e in enumerate(events)
    ]


@pytest.fixture
def view(screen: Screen) -> UpperView:
    """The view of the list, for January of the town."""
    return reconciliation(screen, "上级清单").upper


def _file(folder: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    return text_file(folder / "上级清单.csv", rows, HEADINGS, encoding="utf-8-sig")


def _opened(screen: Screen, view: UpperView, path: Path) -> None:
    screen.click(view.bar.file_button)
    choose(screen, path)


def _sizes(view: UpperView) -> dict[str, str]:
    return {
        group.value: button.text().removeprefix(group.value).strip() for group, button in view.result.groups.items()
    }


def test_a_list_is_compared_by_its_proposed_columns(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    stranger = dict(zip(HEADINGS, ("Z-1", "演示：没有这一件", "桐川村", "道路不洁", "2018-01-20"), strict=True))
    _opened(screen, view, _file(tmp_path, [*rows[:4], stranger]))
    assert view.stack.currentWidget() is view.columns
    assert view.columns.columns["number"] == 0
    screen.click(view.bar.match_button)
    sizes = _sizes(view)
    assert sizes["仅上级"] == "1"
    assert int(sizes["仅本地"]) >= 2
    assert sizes["相符"] == "4"


def test_a_group_shows_its_lines_and_both_sides_and_enter_opens_the_record(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    moved = [dict(rows[0], 采集时刻="2018-02-03"), *rows[1:]]
    _opened(screen, view, _file(tmp_path, moved))
    screen.click(view.bar.match_button)
    screen.click(view.result.groups[Group.MONTH_DIFFERS])
    (line,) = texts(view.result.model)
    assert (line[1], line[2]) == (rows[0]["任务号"], rows[0]["任务号"])
    sides = {side.heading: side for side in view.result.sides.rows}
    assert (sides["上报时间"].upper, sides["上报时间"].differs) == ("2018-02-03", True)
    assert sides["标题"].local == rows[0]["内容摘要"]
    assert not sides["标题"].differs
    screen.press(view.result.table, Qt.Key.Key_Return)
    assert rows[0]["任务号"] in screen.page(EventPage).title


def test_a_row_without_a_record_has_nothing_to_open(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    stranger = dict(zip(HEADINGS, ("Z-1", "演示：没有这一件", "桐川村", "道路不洁", "2018-01-20"), strict=True))
    _opened(screen, view, _file(tmp_path, [*rows, stranger]))
    screen.click(view.bar.match_button)
    screen.click(view.result.groups[Group.UPPER_ONLY])
    screen.press(view.result.table, Qt.Key.Key_Return)
    assert screen.window.message.text == "本地没有这一件，没有可以打开的记录。"


def test_a_column_can_be_taken_for_something_else(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    _opened(screen, view, _file(tmp_path, rows))
    first, second = view.columns.choosers[:2]
    second.setCurrentIndex(second.findText(first.currentText()))
    assert view.columns.columns["number"] == 1
    assert 0 not in view.columns.columns.values()
    for chooser in view.columns.choosers:
        chooser.setCurrentIndex(0)
    screen.click(view.bar.match_button)
    assert "请指定其中一列" in screen.window.message.text
    assert view.stack.currentWidget() is view.columns


def test_the_result_is_exported(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    _opened(screen, view, _file(tmp_path, rows))
    assert not view.bar.export_button.isEnabled()
    screen.click(view.bar.match_button)
    view.export_to(tmp_path / "结果.csv")
    screen.settle()
    written = (tmp_path / "结果.csv").read_text(encoding="utf-8-sig")
    assert written.count("相符") == 6
    assert screen.window.message.text.startswith("已导出到")


def test_a_broken_file_gets_one_sentence(screen: Screen, view: UpperView, tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    _opened(screen, view, path)
    assert "坏.xlsx" in screen.window.message.text
    assert view.bar.file_button.isEnabled()
    assert view.stack.currentWidget() is view.begin


def test_a_second_file_that_is_broken_leaves_the_first_as_it_was(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    _opened(screen, view, _file(tmp_path, rows))
    chosen = dict(view.columns.columns)
    path = tmp_path / "坏.csv"
    path.write_text("没有清单", encoding="utf-8")
    _opened(screen, view, path)
    assert "坏.csv" in screen.window.message.text
    assert view.columns.columns == chosen
    screen.click(view.bar.match_button)
    assert _sizes(view)["相符"] == "6"


def test_a_result_of_another_period_says_so(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    _opened(screen, view, _file(tmp_path, rows))
    screen.click(view.bar.match_button)
    assert "重新比对" not in view.bar.scope.text()
    screen.page(StatisticsPage).bar.ask_for(date(2018, 2, 1), date(2018, 2, 28))
    screen.settle()
    assert "2018年2月（条件已改，请重新比对）" in view.bar.scope.text()


def test_what_is_under_way_can_be_cancelled(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    view.open_file(_file(tmp_path, rows))
    assert view.waiting.isVisible()
    screen.click(view.waiting.cancel_button)
    assert view.stack.currentWidget() is view.begin
    assert not view.waiting.isVisible()


def test_a_file_is_dropped_on_it(
    screen: Screen, rows: Sequence[Mapping[str, str]], view: UpperView, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(_file(tmp_path, rows)))])
    view.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    screen.settle()
    assert view.stack.currentWidget() is view.columns
