"""A letter of attorney is made for whoever has an agent and has brought none."""

from dataclasses import replace

import pytest

from gridapp.papers.making import kept, made, whole_file
from gridapp.papers.offers import papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import Office
from tests.gridapp.papers.paper_cases import FIRM, GIVEN, MADE, PLAINTIFF, agreed, put_on_file
from tests.offices import ACTOR


def _told(office: Office, authority: str | None) -> str:
    case_id = put_on_file(office, agreed(parties=(PLAINTIFF, replace(FIRM, authority=authority))))
    offers = [o for o in papers_of(office, case_id, ACTOR, MADE, GIVEN) if o.form.code == "attorney"]
    (paper,) = made(office, case_id, [offer.choice for offer in offers], GIVEN, ACTOR, MADE)
    return text_of(kept(office, paper, ACTOR, MADE))


@pytest.mark.parametrize(
    ("authority", "told"),
    [
        ("一般代理", "代理权限：一般代理，代为陈述事实"),
        ("特别授权", "代为承认、放弃、变更请求"),
        ("演示代领款", "演示代领款。"),
    ],
)
def test_it_says_in_full_what_the_agent_may_do(sqlite_office: Office, authority: str, told: str) -> None:
    letter = _told(sqlite_office, authority)
    assert told in letter
    assert all(word in letter for word in ("演示建材有限公司", "演示王五", "演示赵六", GIVEN["受托人情况"]))
    assert "委托代理人" not in letter, "who gives the letter is told without his agent"


def test_an_agent_without_authority_is_a_lack(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed(parties=(PLAINTIFF, replace(FIRM, authority=None))))
    (offer,) = (o for o in papers_of(sqlite_office, case_id, ACTOR, MADE, GIVEN) if o.form.code == "attorney")
    assert ["代理权限" in problem.message for problem in offer.lacking] == [True]


def test_a_letter_that_was_brought_is_not_made_again(sqlite_office: Office) -> None:
    brought = replace(FIRM, attorney_letter=True)
    case_id = put_on_file(sqlite_office, agreed(parties=(PLAINTIFF, brought)))
    papers = whole_file(sqlite_office, case_id, GIVEN, ACTOR, MADE)
    assert "attorney" not in {paper.paper for paper in papers}
    contents = next(paper for paper in papers if paper.paper == "contents")
    assert "授权委托书（当事人提交）" in text_of(kept(sqlite_office, contents, ACTOR, MADE))


def test_namesakes_on_one_side_have_a_letter_each(sqlite_office: Office) -> None:
    others = (replace(FIRM, agent="演示钱七"), replace(FIRM, agent="演示吴八"))
    case_id = put_on_file(sqlite_office, agreed(parties=(PLAINTIFF, *others)))
    choices = [o.choice for o in papers_of(sqlite_office, case_id, ACTOR, MADE, GIVEN) if o.form.code == "attorney"]
    letters = [
        text_of(kept(sqlite_office, p, ACTOR, MADE)) for p in made(sqlite_office, case_id, choices, GIVEN, ACTOR, MADE)
    ]
    assert ["演示钱七" in letter for letter in letters] == [True, False]
    assert ["演示吴八" in letter for letter in letters] == [False, True]
