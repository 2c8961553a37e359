"""The kind of a committee, read off its name."""

import pytest

from gridapp.domain.committee import committee_named
from gridapp.domain.dispute_words import dispute_words


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("桐川村人民调解委员会", "村"),
        ("高湖镇桐川村调委会", "村"),
        ("高湖镇人民调解委员会", "乡镇"),
        ("演示社区居委会调委会", "居"),
        ("演示街道演示社区调委会", "居"),
        ("演示街道调委会", "街道"),
        ("演示有限公司调委会", "企事业单位"),
        ("高湖镇道路交通事故纠纷调解委员会", None),
        ("演示调解室", None),
        ("", None),
    ],
)
def test_a_plain_name_tells_the_kind(unit: str, kind: str | None) -> None:
    assert committee_named(unit) == kind
    assert kind is None or kind in dispute_words().committees
