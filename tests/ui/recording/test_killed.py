"""Killed while typing into the window (强制结束): the form is back, no case is half saved, every check holds."""

import json
import random
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.office import open_office
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.event import Event
from gridapp.ports import CaseQuery, Office
from gridapp.registers.reference_day import set_reference_day
from gridapp.safekeeping.check import check
from tests.offices import ACTOR, TOWN, VILLAGES
from tests.sizes import FULL
from tests.ui.recording.typist import LONGEST_PAUSE
from ui.recording.event_draft import NEW_EVENT, read_content
from ui.recording.unsaved_forms import unsaved

Line = Mapping[str, Any]
Texts = Mapping[str, str]

_KILLS = 100 if FULL else 3
"""At least; it goes on until something was saved and something came back."""
_LONGEST_TRIAL = 5.0
"""Seconds from the first letter; a form takes some two to write."""
_LOST_AT_MOST = 2.0 + LONGEST_PAUSE / 1000
"""Seconds of typing that may be lost (checks.md): two, and the one letter that was under way."""


@pytest.fixture
def place(tmp_path: Path, sqlite_template: Path) -> str:
    """Where an office is that nobody has open."""
    path = tmp_path / "office.db"
    shutil.copyfile(sqlite_template, path)
    with open_office(str(path)) as office:
        set_reference_day(office.registers, date(2018, 2, 28))
    return str(path)


def _killed_typist(place: str, seed: int, wait: float) -> tuple[Sequence[Line], float]:
    """What a typist told before he was killed, so many seconds after his first letter, and when that was."""
    command = [sys.executable, "-m", "tests.ui.recording.typist", place, str(seed)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        first = typist.stdout.readline()
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                typist.wait(wait)
            killed = time.monotonic()
        finally:
            typist.kill()
        # The last line may have been cut off by the kill.
        lines = [first, *(line for line in typist.stdout.readlines() if line.endswith("\n"))]
    return [json.loads(line) for line in lines], killed


def _events(office: Office) -> Sequence[Event]:
    cases = office.cases.load_all(office.lists.find_ids(CaseQuery()))
    return [case for case in cases.values() if isinstance(case, Event)]


def _texts(form: EventDraft | Event) -> Texts:
    return {"title": form.title, "address": form.address or "", "note": form.note or ""}


def _form(title: str) -> str:
    """The name that the typist gave to a form."""
    return title.partition("：")[0]


def _drafts(office: Office) -> Mapping[str, Texts]:
    """What is offered to be gone on with, by the name of the form."""
    found = [read_content(d.content, TOWN).event for d in unsaved(office.drafts, ACTOR.name, (NEW_EVENT,))]
    assert all((event.category, event.village) == ("ZF0603", VILLAGES[1]) for event in found if event.address)
    drafts = {_form(event.title): _texts(event) for event in found}
    assert len(drafts) == len(found)
    return drafts


def _seconds_lost(typed: Iterable[Line], draft: Texts, killed: float) -> float:
    """How long before the kill the oldest writing was done that is not in the draft; nothing if all of it is there."""
    lost = [line["at"] for line in typed if not _holds(draft, line)]
    return killed - min(lost, default=killed)


def _holds(draft: Texts, line: Line) -> bool:
    return all(text.startswith(line.get(field, "")) for field, text in draft.items()) and bool(draft)


@pytest.mark.timeout(3600 if FULL else 300)
def test_whoever_is_killed_at_the_form_finds_it_again_and_whole_cases(
    place: str, record_testsuite_property: Callable[[str, object], None]
) -> None:
    rng = random.Random(3)
    drafts: Mapping[str, Texts] = {}
    sent: dict[str, list[Texts]] = defaultdict(list)
    numbers: list[str] = []
    losses: list[float] = []
    found = 0
    kills = 0
    # A trial in which nothing was saved, or nothing came back, would prove nothing.
    while kills < _KILLS or not (numbers and found):
        kills += 1
        told, killed = _killed_typist(place, rng.randrange(1000), rng.uniform(0, _LONGEST_TRIAL))
        typed: dict[str, list[Line]] = {form: [{"at": 0, **texts}] for form, texts in drafts.items()}
        for line in told:
            if line["what"] == "saved":
                numbers.append(line["number"])
            elif line["what"] == "sent":
                sent[line["form"]].append({field: line[field] for field in ("title", "address", "note")})
            else:
                typed.setdefault(line["form"], []).append(line)
        with open_office(place) as office:
            drafts, events = _drafts(office), _events(office)
            assert [result for result in check(office) if not result.ok] == []
        forms = Counter(_form(event.title) for event in events)
        assert set(forms.values()) <= {1}
        assert all(_texts(event) in sent[_form(event.title)] for event in events)
        assert Counter(numbers) <= Counter(event.number for event in events)
        assert drafts.keys().isdisjoint(forms)
        lost = [
            _seconds_lost(lines, drafts.get(form, {}), killed) for form, lines in typed.items() if form not in forms
        ]
        assert max(lost, default=0) <= _LOST_AT_MOST
        losses += lost
        found += len(drafts)
    for what, number in (("lost", max(losses)), ("told saved", len(numbers)), ("drafts back", found)):
        record_testsuite_property(f"killed at the form: {what}", number)
