"""An inspection entered by key events alone, as its script tells it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from tests.ui.safety.inspection_scripts import Script
from tests.ui.safety.intake.inspector import ALT, CONTROL, Inspector, put_place
from tests.ui.screen import Screen
from ui.safety.intake.finding_row import FindingRow


def put_places(screen: Screen, scripts: Sequence[Script]) -> None:
    """Puts the places of some scripts on file, but those that are new."""
    known = dict.fromkeys((script.place, script.place_type) for script in scripts if not script.is_new)
    for name, place_type in known:
        put_place(screen.office, name, place_type)


def enter(inspector: Inspector, script: Script) -> Sequence[Hazard]:
    """Types an inspection, saves it, and goes on to the next form; the hazards that it put on file."""
    before = {case.id for case in inspector.saved(Hazard)}
    _place(inspector, script)
    _head(inspector, script)
    inspector.check(script.answers)
    for title in script.own:
        inspector.add_hazard(title)
    rows = inspector.entries.findings.rows
    if rows:
        # From the checklist on Tab comes to the first hazard, whatever was typed last.
        inspector.press(Qt.Key.Key_C, held=ALT)
    for place, row in enumerate(rows):
        _hazard(inspector, script, place, row)
    _notice(inspector, script)
    inspector.save_and_go_on()
    assert not inspector.problems
    return [case for case in inspector.saved(Hazard) if case.id not in before]


def last_inspection(inspector: Inspector) -> Inspection:
    """The inspection that was saved last."""
    return inspector.saved(Inspection)[-1]


def _place(inspector: Inspector, script: Script) -> None:
    assert inspector.here() is inspector.entries.place
    inspector.type(script.place)
    if not script.is_new:
        inspector.tab()
        return
    inspector.press(Qt.Key.Key_X, held=ALT)
    inspector.type(script.place_type)
    inspector.tab()
    _to(inspector, inspector.entries.village, "tcc")


def _head(inspector: Inspector, script: Script) -> None:
    entries = inspector.entries
    if len(entries.inspectors.names) < 2:
        _to(inspector, entries.inspectors, "演示甲、演示乙")
    if script.filing:
        _to(inspector, entries.filed_at, "0226 9:00")
        _to(inspector, entries.filing_reason, script.filing)


def _hazard(inspector: Inspector, script: Script, place: int, row: FindingRow) -> None:
    if place in script.major:
        _to(inspector, row.level, "重大", over=True)
    if place in script.units:
        _to(inspector, row.unit, script.units[place], over=True)
    if place in script.limits:
        _to(inspector, row.due_at, script.limits[place])
    if place in script.on_the_spot:
        inspector.go_to(row.on_the_spot)
        inspector.press(Qt.Key.Key_Space)
        _to(inspector, row.result, "演示：当场整改到位")
        _to(inspector, row.evidence, "演示：现场复核")
    if place in script.major:
        _to(inspector, row.chief, "演示首席")


def _notice(inspector: Inspector, script: Script) -> None:
    notice = inspector.entries.notice
    if script.notice in ("no", "record"):
        inspector.press(Qt.Key.Key_W, held=ALT)
    if script.notice == "record":
        _to(inspector, notice.kind, "现场检查记录", over=True)
    elif script.notice not in ("", "no"):
        _to(inspector, notice.number, script.notice)


def _to(inspector: Inspector, entry: QWidget, words: str, *, over: bool = False) -> None:
    """Tab to an entry and write into it, over what stands there if need be."""
    inspector.go_to(entry)
    if over:
        inspector.press(Qt.Key.Key_A, held=CONTROL)
    inspector.type(words)
    inspector.tab()
