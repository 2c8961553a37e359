"""Whatever stands in a field comes out as those words, and a file that Word can open."""

from io import BytesIO

import docx
import pytest

from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import PaperForm, catalogue
from gridapp.papers.content.occasion import Value
from gridapp.papers.filling import BLANK, filled
from gridapp.papers.template_check import sample_of, text_of
from gridapp.papers.templates import ours
from tests.gridapp.papers.word_files import word_file

HOSTILE = {
    "{{ 7*7 }}{% for x in y %}{{文号}}": "{{ 7*7 }}{% for x in y %}{{文号}}",
    "<w:t>&amp;</w:t><&>\"'": "<w:t>&amp;</w:t><&>\"'",
    "a\x00b\x07c\x1b[0m\x0c\x7f": "abc[0m",
    "一\r\n二\u2028三\x85四": "一二三四",
    "\u202e反写\u2066": "反写",
    "䶮😀👨‍👩‍👧": "䶮😀👨‍👩‍👧",
    "\ud800孤": "孤",
    "\ufffe\uffff非": "非",
}
FORMS = pytest.mark.parametrize("form", catalogue().forms, ids=lambda form: form.code)


def _with(form: PaperForm, text: str) -> dict[str, Value]:
    """Everything that a form offers, each with a text of its own."""
    return {
        name: text if isinstance(value, str) else [dict.fromkeys(catalogue().placeholders[name].parts, text)]
        for name, value in sample_of(form).items()
    }


@FORMS
def test_hostile_words_in_every_field_come_out_as_words(form: PaperForm) -> None:
    told = text_of(filled(ours(form.code), _with(form, "\n".join(HOSTILE))))
    assert [words for words in HOSTILE.values() if told.count(words) < len(form.needs) - 1] == []


@FORMS
def test_very_long_words_are_kept_whole(form: PaperForm) -> None:
    long = "很长的演示内容，" * 2000
    assert text_of(filled(ours(form.code), _with(form, long))).count(long) >= len(form.needs) - 1


@FORMS
def test_what_is_not_known_is_struck_through(form: PaperForm) -> None:
    values: dict[str, Value] = {name: None if isinstance(value, str) else () for name, value in sample_of(form).items()}
    assert "None" not in (text := text_of(filled(ours(form.code), values)))
    assert BLANK in text


def test_lines_become_paragraphs() -> None:
    made = docx.Document(BytesIO(filled(word_file("{{记录}}"), {"记录": "问：甲\n\n答：乙"})))
    assert [paragraph.text for paragraph in made.paragraphs] == ["问：甲", "答：乙"]


def test_the_same_values_give_the_same_bytes() -> None:
    form = catalogue().forms[0]
    assert filled(ours(form.code), sample_of(form)) == filled(ours(form.code), sample_of(form))


def test_a_placeholder_without_a_value_is_refused_not_left_blank() -> None:
    with pytest.raises(Refusal, match="演示"):
        filled(word_file("{{演示}}"), {})


@pytest.mark.parametrize(
    "reach",
    [
        "{{记录.__class__.__mro__}}",
        "{{记录['__class__']}}",
        "{% for x in ().__class__.__bases__ %}{{x}}{% endfor %}",
        "{{self._TemplateReference__context}}",
        "{{cycler.__init__.__globals__}}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
    ],
)
def test_nothing_but_placeholders_is_in_reach(reach: str) -> None:
    with pytest.raises(Refusal):
        filled(word_file(reach), {"记录": "演示"})
