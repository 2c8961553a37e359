"""Chinese is drawn, also the rare characters of names."""

from pylopdf_fonts_zh_cn import sans_path
from PySide6.QtGui import QFont, QFontDatabase

from ui import fonts


def test_the_offices_font_draws_common_and_rare_characters() -> None:
    assert fonts.can_draw("人民调解 䶮㛃", fonts.office_font())


def test_the_bundled_font_alone_draws_them() -> None:
    number = QFontDatabase.addApplicationFont(str(sans_path()))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    assert fonts.can_draw("人民调解 䶮㛃", font)


def test_a_missing_character_is_noticed() -> None:
    assert not fonts.can_draw("\U0003ffff", fonts.office_font())
