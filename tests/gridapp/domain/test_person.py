"""Phone numbers: what is one, and how others see it."""

import pytest

from gridapp.domain.person import is_phone, masked_name, masked_phone, plain_phone


@pytest.mark.parametrize("text", ["13800001234", "0578-6801234", "05786801234", "6801234", "68012345-801", "661234"])
def test_mobile_landline_and_short_numbers_are_phones(text: str) -> None:
    assert is_phone(text)


@pytest.mark.parametrize("text", ["", "1380000123", "138000012345", "12800001234", "无", "13800001234、", "66123"])
def test_other_texts_are_not(text: str) -> None:
    assert not is_phone(text)


@pytest.mark.parametrize("text", ["１３８００００１２３４", "138 0000 1234", "+86 13800001234", "+8613800001234"])
def test_a_phone_is_kept_in_half_width_digits_without_blanks_and_country(text: str) -> None:
    assert plain_phone(text) == "13800001234"


@pytest.mark.parametrize(
    ("text", "shown"), [("13800001234", "138****1234"), ("661234", "66****"), ("0578-6801234", "057****1234")]
)
def test_the_middle_of_a_phone_is_masked(text: str, shown: str) -> None:
    assert masked_phone(text) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [("张三", "张*"), ("欧阳演示", "欧阳**"), ("欧阳", "欧*"), ("演示丙等12人", "演**等12人"), ("张", "张"), ("", "")],
)
def test_a_name_is_shown_by_its_surname(name: str, shown: str) -> None:
    assert masked_name(name) == shown
