"""The office's own templates: the last one counts, every change stays on record."""

from datetime import UTC, datetime, timedelta

import pytest

from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.ports import Office

ANN = Actor("演示管理员", "一号机")
AT = datetime(2018, 6, 11, 2, tzinfo=UTC)


def test_an_office_without_its_own_template_uses_ours(office: Office) -> None:
    assert office.templates.current("agreement") is None


def test_the_last_template_counts_until_it_is_put_back(office: Office) -> None:
    office.templates.replace("agreement", b"first", "一.docx", ANN, AT)
    office.templates.replace("agreement", b"second", "二.docx", ANN, AT)
    assert office.templates.current("agreement") == b"second"

    office.templates.put_back("agreement", ANN, AT)

    assert office.templates.current("agreement") is None
    assert [change.file_name for change in office.templates.changes("agreement")] == [None, "二.docx", "一.docx"]


def test_the_template_of_an_earlier_moment_can_be_asked_for(office: Office) -> None:
    office.templates.replace("agreement", b"first", "一.docx", ANN, AT)
    office.templates.replace("agreement", b"second", "二.docx", ANN, AT + timedelta(days=1))
    assert office.templates.current("agreement", AT + timedelta(hours=1)) == b"first"
    assert office.templates.current("agreement", AT - timedelta(hours=1)) is None


def test_templates_do_not_touch_one_another(office: Office) -> None:
    office.templates.replace("agreement", b"first", "一.docx", ANN, AT)
    assert office.templates.current("order") is None


def test_an_empty_template_is_refused(office: Office) -> None:
    with pytest.raises(Refusal):
        office.templates.replace("agreement", b"", "空.docx", ANN, AT)
    assert office.templates.changes("agreement") == []


def test_contents_of_templates_are_never_dropped_as_unused(office: Office) -> None:
    office.templates.replace("agreement", b"first", "一.docx", ANN, AT)
    assert office.attachments.unused(datetime(2100, 1, 1, tzinfo=UTC)) == []
