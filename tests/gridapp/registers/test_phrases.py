"""Standard phrases: given ones until an office has its own."""

import pytest

from gridapp.domain.problem import Unacceptable
from gridapp.ports import Office
from gridapp.registers.phrases import LONGEST, MOST, phrases, put_phrases, topics


def test_every_topic_has_a_word_and_starts_with_phrases_that_could_be_kept(sqlite_office: Office) -> None:
    for name, topic in topics().items():
        assert topic.label
        assert topic.phrases
        put_phrases(sqlite_office.registers, name, topic.phrases)


def test_no_two_topics_bear_one_word() -> None:
    labels = [topic.label for topic in topics().values()]
    assert len(set(labels)) == len(labels)


def test_an_office_starts_with_the_given_phrases(office: Office) -> None:
    assert phrases(office.registers, "result") == topics()["result"].phrases


def test_the_office_s_own_list_takes_the_place_of_the_given_one_in_its_order(office: Office) -> None:
    put_phrases(office.registers, "result", ["演示乙", "  演示甲 "])
    assert phrases(office.registers, "result") == ("演示乙", "演示甲")
    assert phrases(office.registers, "note") == topics()["note"].phrases


def test_an_empty_list_stays_empty(office: Office) -> None:
    put_phrases(office.registers, "result", [])
    assert phrases(office.registers, "result") == ()


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["甲", " "], "required"),
        (["甲", "甲 "], "twice"),
        (["长" * (LONGEST + 1)], "long"),
        ([str(n) for n in range(MOST + 1)], "many"),
    ],
)
def test_what_could_not_be_chosen_later_is_refused_and_nothing_changes(
    sqlite_office: Office, wanted: list[str], code: str
) -> None:
    before = phrases(sqlite_office.registers, "result")
    with pytest.raises(Unacceptable) as refused:
        put_phrases(sqlite_office.registers, "result", wanted)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert phrases(sqlite_office.registers, "result") == before
