"""Changes replayed forwards and backwards."""

from gridapp.domain.replay import replayed

CHANGES: dict[str, list[str | None]] = {"title": ["旧", "新"], "note": [None, "演示"], "unit": ["演示所", None]}


def test_changes_replayed_forwards_give_what_a_record_became() -> None:
    assert replayed({"title": "旧", "unit": "演示所"}, CHANGES) == {"title": "新", "note": "演示"}


def test_changes_replayed_backwards_give_what_a_record_was() -> None:
    assert replayed({"title": "新", "note": "演示"}, CHANGES, backwards=True) == {"title": "旧", "unit": "演示所"}


def test_the_record_that_is_replayed_on_stays_as_it_was() -> None:
    plain = {"title": "旧"}
    replayed(plain, CHANGES)
    assert plain == {"title": "旧"}
