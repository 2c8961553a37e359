"""Attaching files to a case and taking them off it."""

from dataclasses import replace

import pytest

from gridapp.cases.attach import NewFile, attach, detach, problems_of
from gridapp.cases.handle import void
from gridapp.domain.case import Case
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office, Save
from tests.offices import ACTOR, DEADLINES, NOW, recorded


def attached(office: Office, case: Case, *names: str) -> Case:
    files = [NewFile(name, f"演示内容 {name}".encode()) for name in names]
    return attach(office.cases, office.attachments, case.id, case.version, files, ACTOR, NOW)


def test_files_are_attached_with_who_when_and_how_large(office: Office) -> None:
    case = attached(office, recorded(office), "现场.jpg", "回执.pdf")
    assert office.cases.load(case.id) == case
    photo = case.attachments[0]
    assert (photo.name, photo.size, photo.added_by) == ("现场.jpg", len("演示内容 现场.jpg".encode()), "演示员")
    assert office.attachments.get(photo.sha256) == "演示内容 现场.jpg".encode()
    assert office.cases.history(case.id)[-1].action == "添加附件"


@pytest.mark.parametrize("again", ["现场.jpg", "现场.JPG", " 现场.jpg"])
def test_a_second_file_of_the_same_name_is_refused(office: Office, again: str) -> None:
    case = attached(office, recorded(office), "现场.jpg")
    with pytest.raises(Unacceptable, match="已有同名附件"):
        attached(office, case, again)
    assert office.cases.load(case.id) == case


def test_two_files_of_one_name_at_once_are_refused() -> None:
    assert [problem.message for problem in problems_of(["甲.jpg", "甲.jpg"], [])] == [
        "已有同名附件“甲.jpg”，请改名后再添加。"
    ]


def test_at_most_ten_files_are_attached_at_a_time(sqlite_office: Office) -> None:
    case = attached(sqlite_office, recorded(sqlite_office), *(f"{n}.jpg" for n in range(10)))
    with pytest.raises(Unacceptable, match="一次最多添加 10 个附件"):
        attached(sqlite_office, case, *(f"又{n}.jpg" for n in range(11)))
    assert len(attached(sqlite_office, case, "又一个.jpg").attachments) == 11


def test_every_problem_is_told_at_once() -> None:
    problems = list(problems_of(["", "甲.jpg", *(f"{n}.jpg" for n in range(9))], ["甲.jpg"]))
    assert [problem.code for problem in problems] == ["many", "name", "name"]


def test_a_file_taken_off_stays_in_history_and_in_the_database(office: Office) -> None:
    case = attached(office, recorded(office), "现场.jpg", "回执.pdf")
    digest = case.attachments[0].sha256
    case = detach(office.cases, case.id, case.version, "现场.jpg", "传错了", ACTOR, NOW)
    assert [file.name for file in case.attachments] == ["回执.pdf"]
    assert office.cases.load(case.id) == case
    last = office.cases.history(case.id)[-1]
    assert (last.action, last.reason) == ("移除附件", "传错了")
    assert digest in str(last.changes)
    assert office.attachments.get(digest) == "演示内容 现场.jpg".encode()


def test_a_file_is_taken_off_only_for_a_reason(sqlite_office: Office) -> None:
    case = attached(sqlite_office, recorded(sqlite_office), "现场.jpg")
    with pytest.raises(Unacceptable, match="请填写原因"):
        detach(sqlite_office.cases, case.id, case.version, "现场.jpg", " ", ACTOR, NOW)


def test_a_file_that_is_not_there_cannot_be_taken_off(sqlite_office: Office) -> None:
    with pytest.raises(Refusal, match="没有附件“现场"):
        detach(sqlite_office.cases, recorded(sqlite_office).id, 1, "现场.jpg", "传错了", ACTOR, NOW)


def test_the_proof_of_a_step_cannot_be_taken_off(sqlite_office: Office) -> None:
    case = attached(sqlite_office, recorded(sqlite_office), "现场.jpg")
    proof = replace(case, attachments=(replace(case.attachments[0], step=1),))
    with sqlite_office.cases.transaction() as writer:
        writer.save([Save(case, proof, "演示")], ACTOR, NOW())
    with pytest.raises(Refusal, match="是第 1 步的佐证"):
        detach(sqlite_office.cases, case.id, case.version + 1, "现场.jpg", "传错了", ACTOR, NOW)


def test_a_voided_case_takes_no_files(sqlite_office: Office) -> None:
    case = void(sqlite_office.cases, recorded(sqlite_office).id, 1, "误登", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match="请先恢复"):
        attached(sqlite_office, case, "现场.jpg")


def test_of_two_who_attach_the_second_is_told(sqlite_office: Office) -> None:
    case = recorded(sqlite_office)
    attached(sqlite_office, case, "现场.jpg")
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        attached(sqlite_office, case, "另一张.jpg")
