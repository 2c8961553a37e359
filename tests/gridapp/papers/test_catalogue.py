"""The catalogue, the templates that come with us, and what the rules tell must fit each other."""

from importlib.resources import files

import pytest

from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import NUMBER, PaperForm, catalogue, form_named
from gridapp.papers.content.occasions import OCCASIONS
from gridapp.papers.template_check import asked_for, problems_of_template
from gridapp.papers.templates import ours

FORMS = pytest.mark.parametrize("form", catalogue().forms, ids=lambda form: form.code)


@FORMS
def test_a_template_asks_for_exactly_what_its_form_offers(form: PaperForm) -> None:
    assert asked_for(ours(form.code)) == frozenset(form.offers)


@FORMS
def test_our_own_template_stands_the_check_of_an_offices(form: PaperForm) -> None:
    assert problems_of_template(form, ours(form.code)) == ()


@FORMS
def test_what_has_a_series_has_a_number_to_print(form: PaperForm) -> None:
    assert (form.series is None) == (form.number is None and form.notice is None)
    assert form.series is None or NUMBER in form.needs


def test_every_form_has_occasions_and_every_template_a_form() -> None:
    codes = {form.code for form in catalogue().forms}
    kept = {path.name.removesuffix(".docx") for path in (files("resources") / "papers").iterdir()}
    assert codes == set(OCCASIONS)
    assert codes == kept - {"papers.toml", "__pycache__"}


def test_every_placeholder_is_offered_somewhere() -> None:
    assert set(catalogue().placeholders) == {name for form in catalogue().forms for name in form.offers}


def test_series_are_not_shared() -> None:
    series = [form.series for form in catalogue().forms if form.series]
    assert len(series) == len(set(series))


def test_a_number_is_written_as_the_office_writes_it() -> None:
    assert form_named("termination").written("高湖镇", 2018, 7) == "高调终字〔2018〕第7号"


def test_a_form_is_found_by_its_title_too() -> None:
    assert form_named("终止调解通知书").code == "termination"
    with pytest.raises(Refusal, match="没有“演示”这种文书"):
        form_named("演示")
