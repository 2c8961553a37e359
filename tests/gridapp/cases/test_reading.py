"""Opening a case to read it: closed to those outside the group, and on record for those inside."""

from datetime import datetime, timedelta

import pytest

from gridapp.cases.reading import ONE_READING, Sealed, as_shown, open_case
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.confidential import OUTSIDER, READER, SECRETS, accusation, key_person, put_on_file
from tests.gridapp.small_office import save
from tests.offices import at

SINCE = at(2018, 3, 2, 9)


def opened(office: Office, case: Case, actor: Actor, when: datetime = SINCE) -> Case:
    return open_case(office.cases, office.confidence, case.id, actor, lambda: when)


def test_an_ordinary_case_is_open_to_everybody_and_nobody_keeps_who_read_it(office: Office) -> None:
    case = bare(Kind.PETITION)
    put_on_file(office, case)
    assert opened(office, case, OUTSIDER).number == case.number
    assert office.confidence.readings(Confidence.ACCUSATION, 10) == []


@pytest.mark.parametrize(
    "case", [accusation(), key_person(), bare(Kind.VISIT, title="演示甲老人")], ids=lambda case: case.kind
)
def test_a_confidential_case_is_sealed_for_a_reader_outside_the_group(office: Office, case: Case) -> None:
    put_on_file(office, case)
    with pytest.raises(Sealed) as sealed:
        opened(office, case, OUTSIDER)
    assert READER.name in str(sealed.value)
    assert not any(word in str(sealed.value) for word in (case.number, case.title, *SECRETS))


def test_before_there_is_a_list_it_is_sealed_for_everybody(office: Office) -> None:
    case = accusation()
    save(office, [case])
    with pytest.raises(Sealed, match="名单还没有建立"):
        opened(office, case, READER)


def test_who_has_read_a_confidential_case_is_kept(office: Office) -> None:
    case = accusation()
    put_on_file(office, case)
    assert opened(office, case, READER) == office.cases.load(case.id)
    (reading,) = office.confidence.readings(Confidence.ACCUSATION, 10)
    assert (reading.person, reading.workstation, reading.at) == (READER.name, READER.workstation, SINCE)
    assert (reading.case_id, reading.kind, reading.number) == (case.id, Kind.PETITION, case.number)
    assert office.confidence.readings(Confidence.KEY_PERSON, 10) == []


def test_that_somebody_was_refused_is_no_reading(office: Office) -> None:
    case = accusation()
    put_on_file(office, case)
    with pytest.raises(Sealed):
        opened(office, case, OUTSIDER)
    assert office.confidence.readings(Confidence.ACCUSATION, 10) == []


def test_an_accusation_is_closed_to_the_accused_whatever_list_he_is_on(office: Office) -> None:
    his, another = accusation(accused=f"村支书{READER.name}等人"), accusation()
    put_on_file(office, his, another)
    with pytest.raises(Sealed) as sealed:
        opened(office, his, READER)
    assert READER.name not in str(sealed.value)
    assert opened(office, another, READER).id == another.id
    assert [reading.number for reading in office.confidence.readings(Confidence.ACCUSATION, 10)] == [another.number]


def test_a_page_shown_anew_is_the_same_reading_and_later_it_is_another(office: Office) -> None:
    case = accusation()
    put_on_file(office, case)
    for after in (timedelta(0), ONE_READING - timedelta(seconds=1), ONE_READING):
        opened(office, case, READER, SINCE + after)
    moments = [reading.at for reading in office.confidence.readings(Confidence.ACCUSATION, 10)]
    assert moments == [SINCE + ONE_READING, SINCE]


def test_a_closed_case_is_named_beside_another_without_its_matter() -> None:
    case = accusation()
    shown = as_shown(case, frozenset(), READER.name)
    assert (shown.id, shown.number, shown.title) == (case.id, case.number, "检举控告（已保密）")
    assert not any(word in str(shown) for word in SECRETS)
    assert as_shown(case, {Confidence.ACCUSATION}, READER.name) is case
    assert as_shown(case, {Confidence.ACCUSATION}, "演示被举报人").title == "检举控告（已保密）"
