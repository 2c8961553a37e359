"""Agreements of random disputes hold what 《人民调解工作若干规定》 §34 and 人民调解法 §29 ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from time import process_time

import pytest

from gridapp.domain.area import AreaTree
from gridapp.domain.dispute import AgreementForm, Dispute, Mode
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.vocabulary import Leaf, vocabulary
from gridapp.papers.catalogue import form_named
from gridapp.papers.content.agreement import agreements
from gridapp.papers.content.occasion import Occasion
from gridapp.papers.content.subject import Subject
from gridapp.papers.filling import BLANK, filled
from gridapp.papers.offers import values_of
from gridapp.papers.template_check import text_of
from gridapp.papers.templates import ours
from gridapp.sampling.disputes import sample_dispute
from tests.gridapp.papers.paper_cases import GIVEN, agreed
from tests.offices import TOWN, TOWN_AREAS, VILLAGES, at
from tests.sizes import FULL

COUNT = 100 if FULL else 12
FORM = form_named("agreement")
HEADINGS = (
    "一、纠纷的主要事实、争议事项",
    "二、各方当事人的责任",
    "三、协议内容（当事人的权利和义务）",
    "四、履行协议的方式、地点、期限",
    "五、协议的效力和份数",
)


def _agreed(seed: int) -> Iterator[Dispute]:
    """Random disputes that ended in a written agreement."""
    rng, leaves = Random(seed), vocabulary().opening(Kind.DISPUTE)
    for n in range(10_000):
        dispute = _random(rng, rng.choice(leaves), n)
        if dispute.closed and dispute.closed.form == AgreementForm.WRITTEN:
            yield dispute


def _random(rng: Random, leaf: Leaf, n: int) -> Dispute:
    reported = at(2018, 1, 3, 9) + timedelta(days=rng.randrange(120))
    shared = {
        "id": case_id_at(reported, n),
        "town": TOWN,
        "village": rng.choice(VILLAGES),
        "number": f"演示-{n:04}",
        "title": f"模拟{leaf.name}",
        "reported_at": reported,
        "registered_at": reported,
        "handler": "模拟调解员",
        "note": "模拟纠纷简要情况",
    }
    return sample_dispute(rng, shared, leaf)


def _occasion(dispute: Dispute) -> Occasion:
    areas = AreaTree(TOWN_AREAS)
    subject = Subject(case=dispute, areas=areas, today=date(2018, 12, 31), maker="演示")
    (occasion,) = agreements(subject, dispute)
    return occasion


def _printed(dispute: Dispute) -> str:
    return text_of(filled(ours(FORM.code), values_of(FORM, _occasion(dispute), GIVEN)))


def test_random_agreements_hold_everything_that_the_law_asks_for() -> None:
    for dispute in islice(_agreed(2018), COUNT):
        told = _printed(dispute)
        closed = dispute.closed
        assert closed is not None
        assert not any(mark in told for mark in ("{{", "}}", "{%", "None"))
        assert [heading for heading in HEADINGS if heading not in told] == []
        for party in dispute.parties:
            assert told.count(party.name) >= 2, "among the parties and where they sign"
            assert (party.paper_number or "") in told
        for word in (closed.number, closed.result, dispute.note, GIVEN["各方责任"], "印章", "调解员（签名）"):
            assert (word or BLANK) in told
        for given in ("履行方式", "履行地点", "履行期限"):
            assert f"{given}：{GIVEN[given]}" in told
        for term in dispute.terms:
            assert term.what in told


@pytest.mark.skipif(not FULL, reason="measured at full size")
def test_a_hundred_agreements_are_filled_within_half_a_minute() -> None:
    disputes = list(islice(_agreed(7), COUNT))
    started = process_time()
    for dispute in disputes:
        _printed(dispute)
    assert process_time() - started <= 30


def test_a_dispute_mediated_otherwise_is_not_called_peoples_mediation() -> None:
    dispute = replace(next(_agreed(1)), mode=Mode.ADMINISTRATIVE)
    assert "行政调解协议书" in _printed(dispute)


_BY_MAY, _BY_JUNE = at(2018, 5, 1, 23, 59), at(2018, 6, 1, 23, 59)


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ((_BY_MAY, _BY_MAY), "2018年5月1日前"),
        ((_BY_MAY, _BY_JUNE), "（一）2018年5月1日前；（二）2018年6月1日前"),
        ((None, _BY_MAY, _BY_JUNE), "（二）2018年5月1日前；（三）2018年6月1日前"),
        ((_BY_MAY, None), "（一）2018年5月1日前"),
        ((None, None), None),
    ],
    ids=["one for all", "each its own", "the first without", "the last without", "none"],
)
def test_each_limit_stands_by_the_number_of_its_item(limits: Sequence[datetime | None], told: str | None) -> None:
    dispute = agreed()
    terms = tuple(Term(agreement=1, what="演示：付款", due_at=limit) for limit in limits)
    assert _occasion(replace(dispute, terms=terms)).values["履行期限"] == told
