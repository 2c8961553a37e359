"""What the file of a dispute must hold at each stage and end, and what of it is there (domain.md §3.5)."""

from dataclasses import replace
from typing import Any

import pytest

from gridapp.cases.dispute.file import file_items, missing_from_file, needs_papers
from gridapp.cases.permission import needs_of
from gridapp.domain.attachment import Attachment
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.mediation import CourtReception
from gridapp.domain.move import Move, Need
from gridapp.domain.party import Party, Side
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import OWED, REPORTED, WAYS, after
from tests.offices import at

KNOWN = tuple(
    Party(side=side, name=name, paper="居民身份证", paper_number=number)
    for side, name, number in (
        (Side.A, "演示甲", "331121198001010018"),
        (Side.B, "演示乙", "330326197512310028"),
    )
)
IN_FULL: dict[str, Any] = {"parties": KNOWN, "source": "主动调解"}


def standing(status: Status, terms: object = (), **fields: object) -> Dispute:
    """A dispute in a state whose form lacks nothing unless told otherwise."""
    return after(dispute(reported=REPORTED, **(IN_FULL | fields)), *WAYS[status], terms=terms)


def there(case: Dispute) -> dict[int, bool]:
    """Every document by its place in the table of contents that must be there or is, with whether it is."""
    return {item.n: item.present for item in file_items(case) if item.required or item.present}


def missing(case: Dispute) -> list[int]:
    return [item.n for item in missing_from_file(case)]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.REPORTED, {1: True, 2: False, 3: True, 7: False, 8: False}),
        (Status.INVALID, {1: True, 2: False, 3: True, 7: False, 8: False}),
        (Status.ACCEPTED, {1: True, 2: True, 3: True, 7: False, 8: False}),
        (Status.MEDIATING, {1: True, 2: True, 3: True, 7: True, 8: False}),
        (Status.AGREED, {1: True, 2: True, 3: True, 7: True, 8: True, 10: False}),
        (Status.PERFORMED, {1: True, 2: True, 3: True, 7: True, 8: True, 10: False}),
        (Status.TERMINATED, {1: True, 2: True, 3: True, 7: True, 8: True}),
        (Status.WITHDRAWN, {1: True, 2: True, 3: True}),
        (Status.TRANSFERRED, {1: True, 2: True, 3: True}),
        (Status.REOPENED, {1: True, 2: True, 3: True, 7: True, 8: False}),
        (Status.ARCHIVED, {1: True, 2: True, 3: True, 7: True, 8: True, 10: True}),
    ],
)
def test_each_stage_and_end_has_its_documents(status: Status, expected: dict[int, bool]) -> None:
    assert there(standing(status)) == expected


@pytest.mark.parametrize(
    ("status", "performed"), [(Status.PERFORMING, False), (Status.UNPERFORMED, False), (Status.PERFORMED, True)]
)
def test_what_is_owed_is_proved_by_receipts(status: Status, performed: bool) -> None:
    assert there(standing(status, OWED))[9] is performed


def test_one_receipt_of_two_is_not_enough() -> None:
    case = after(standing(Status.MEDIATING), Move.AGREE, terms=(*OWED, *OWED))
    assert 9 in missing(after(case, Move.PERFORM, term=1))
    assert 9 not in missing(after(case, Move.PERFORM))


@pytest.mark.parametrize(
    ("fields", "name", "lacking"),
    [
        ({}, "人民调解受理登记表", ""),
        ({"source": "委托移送"}, "人民调解受理登记表", ""),
        ({"source": "依申请"}, "人民调解申请书", "填写申请事项"),
        ({"source": "依申请", "demand": "演示：赔偿"}, "人民调解申请书", ""),
        ({"parties": KNOWN[:1]}, "人民调解受理登记表", "补全双方当事人"),
        ({"parties": KNOWN[1:]}, "人民调解受理登记表", "补全双方当事人"),
        ({"parties": ()}, "人民调解受理登记表", "补全双方当事人"),
    ],
)
def test_the_file_begins_with_an_application_or_a_registration(
    fields: dict[str, object], name: str, lacking: str
) -> None:
    item = file_items(standing(Status.ACCEPTED, **fields))[0]
    assert (item.n, item.name, item.lacking, item.present) == (1, name, lacking, not lacking)


STRANGER = Party(side=Side.A, name="演示丙")


@pytest.mark.parametrize(
    ("parties", "identified"),
    [
        (KNOWN, True),
        ((*KNOWN, STRANGER), False),
        ((*KNOWN, replace(STRANGER, side=Side.THIRD)), True),
        ((replace(KNOWN[0], representative=True), KNOWN[1], STRANGER), True),
        ((KNOWN[0], KNOWN[1], replace(STRANGER, representative=True)), False),
        ((), False),
    ],
)
def test_everybody_bound_by_the_agreement_is_identified_and_a_crowd_by_its_representatives(
    parties: tuple[Party, ...], identified: bool
) -> None:
    assert there(standing(Status.ACCEPTED, parties=parties))[3] is identified


def test_an_oral_agreement_does_without_documents_of_the_parties() -> None:
    nameless = {"parties": tuple(replace(party, paper_number=None) for party in KNOWN)}
    mediating = standing(Status.MEDIATING, **nameless)
    oral = after(mediating, Move.AGREE, form=AgreementForm.ORAL, at_once=True)
    written = after(mediating, Move.AGREE)
    assert [needs_papers(case) for case in (mediating, oral, written)] == [True, False, True]
    assert [3 in missing(case) for case in (mediating, oral, written)] == [True, False, True]


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (KNOWN[0], None),
        (replace(KNOWN[0], agent="演示律师"), False),
        (replace(KNOWN[0], agent="演示律师", attorney_letter=True), True),
    ],
)
def test_an_agent_brings_a_letter(party: Party, expected: bool | None) -> None:
    assert there(standing(Status.ACCEPTED, parties=(party, KNOWN[1]))).get(4) is expected


def test_inquiries_and_evidence_are_in_the_file_where_there_are_any() -> None:
    case = standing(Status.ACCEPTED)
    photo = Attachment(name="照片.jpg", sha256="0" * 64, size=1, added_at=REPORTED, added_by="演示员")
    asked = replace(after(case, Move.INQUIRE), attachments=(photo,))
    assert [there(found).get(n) for found in (case, asked) for n in (5, 6)] == [None, None, True, True]


@pytest.mark.parametrize(
    ("particulars", "name", "missing_number"),
    [
        ({}, "人民调解协议书", False),
        ({"number": ""}, "人民调解协议书", True),
        ({"form": AgreementForm.ORAL, "at_once": True}, "口头协议登记表", False),
        ({"form": AgreementForm.ORAL, "at_once": True, "number": ""}, "口头协议登记表", True),
    ],
)
def test_an_agreement_stands_in_the_file_with_its_number(
    particulars: dict[str, object], name: str, missing_number: bool
) -> None:
    case = after(standing(Status.MEDIATING), Move.AGREE, **particulars)
    item = next(item for item in file_items(case) if item.n == 8)
    assert (item.name, item.missing) == (name, missing_number)


def test_a_failed_mediation_ends_with_a_notice() -> None:
    item = file_items(standing(Status.TERMINATED))[-1]
    assert (item.n, item.name, item.present) == (8, "终止调解通知书", True)


def test_a_failed_mediation_without_any_session_lacks_its_record() -> None:
    case = after(standing(Status.ACCEPTED), Move.FAIL)
    assert missing(case) == [7]


def test_papers_of_the_court_are_wanted_from_the_application_until_its_answer() -> None:
    agreed = standing(Status.PERFORMED)
    asked = after(agreed, Move.APPLY_CONFIRMATION)
    refused = after(asked, Move.COURT_RECEIVES, reception=CourtReception.REFUSED)
    assert [there(case).get(11) for case in (agreed, asked, refused)] == [None, False, True]


def test_a_second_mediation_has_its_own_end_and_receipts() -> None:
    paid = after(standing(Status.PERFORMED, OWED), Move.REVISIT)
    assert missing(paid) == []
    again = after(after(paid, Move.REOPEN), Move.AGREE, terms=OWED)
    assert missing(again) == [9, 10]


def test_archiving_a_complete_file_needs_no_explanation_and_another_one_does() -> None:
    whole = after(standing(Status.PERFORMED), Move.REVISIT)
    assert needs_of(whole, Move.ARCHIVE) == ()
    assert needs_of(replace(whole, revisited_at=None), Move.ARCHIVE) == (Need.REASON,)
    assert after(whole, Move.ARCHIVE, reason="").status is Status.ARCHIVED


@pytest.mark.parametrize("status", WAYS)
def test_the_documents_stand_in_the_order_of_the_table_of_contents_each_once(status: Status) -> None:
    numbers = [item.n for item in file_items(standing(status, OWED))]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("status", WAYS)
def test_whatever_is_missing_says_what_is_to_be_done(status: Status) -> None:
    bare = after(dispute(reported=REPORTED), *WAYS[status], terms=OWED)
    assert [item for item in missing_from_file(bare) if not item.lacking] == []
    assert [item for item in file_items(bare) if item.present and item.lacking] == []


def test_a_file_of_a_ledger_is_known_by_what_it_says() -> None:
    case = dispute(reported=REPORTED, party_a="演示甲", party_b="演示乙", revisited_at=at(2018, 3, 9))
    assert missing(case) == [1, 2, 3, 7, 8]
