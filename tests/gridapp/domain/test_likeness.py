"""How alike two texts are."""

import pytest

from gridapp.domain.likeness import likeness, pairs_of, weights_of


def alike(a: str, b: str, *others: str) -> float:
    texts = [pairs_of(text) for text in (a, b, *others)]
    return likeness(texts[0], texts[1], weights_of(texts))


def test_a_text_is_wholly_like_itself_whatever_its_marks() -> None:
    assert alike("桐川村，道路 积水。", "桐川村道路积水") == 1


@pytest.mark.parametrize(("a", "b"), [("道路积水", "邻里争吵"), ("", "道路积水"), ("", "")])
def test_texts_without_a_common_pair_are_not_alike(a: str, b: str) -> None:
    assert alike(a, b) == 0


def test_words_that_every_text_has_count_for_little() -> None:
    others = [f"演示登记：第{n}件事情" for n in range(40)]
    common = alike("演示登记：道路积水", "演示登记：邻里争吵", *others)
    telling = alike("演示登记：道路积水", "反映道路积水", *others)
    assert common < 0.25 < telling


def test_of_a_handful_of_texts_every_pair_is_worth_the_same() -> None:
    assert set(weights_of([pairs_of("道路积水"), pairs_of("道路破损")]).values()) == {1.0}
