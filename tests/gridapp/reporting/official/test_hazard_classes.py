"""T6 隐患排查治理月报: every category of hazards is in one of the eight classes, and in one alone."""

from collections import Counter
from collections.abc import Iterator

from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.reporting.official.definition import definition

CLASSES = ["治安", "交通", "安全生产", "线路", "食药", "消防", "经济", "其他"]


def _classes() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in definition("T6").lines:
        if line.labels[1:] == ("排查数", "条"):
            yield line.labels[0], line.asked.where[Dimension.CATEGORY]


def test_the_eight_classes_come_in_the_order_of_the_form() -> None:
    assert [name for name, _ in _classes()] == CLASSES


def test_every_category_and_what_was_not_filled_in_is_in_one_class() -> None:
    counted = Counter(leaf for _, leaves in _classes() for leaf in leaves)
    assert counted == Counter({"未填": 1, **{leaf.code: 1 for leaf in vocabulary().leaves}})


def test_what_is_hard_to_place_among_the_hazards_at_work_stays_with_them() -> None:
    assert "ZZ0699" in dict(_classes())["安全生产"]


def test_every_kind_of_hazard_that_a_form_offers_but_others_is_put_in_a_class_of_its_own() -> None:
    others = set(dict(_classes())["其他"])
    offered = {leaf.code for leaf in vocabulary().opening(Kind.HAZARD)}
    assert {code for code in offered & others if not code.endswith("99")} == {"ZZ0701", "ZZ0702", "ZZ0703"}
