"""Questions to the texts themselves (查找原文): what the index is asked, asked of the rows of `case_words`."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, false, func, not_, or_

from db.search_places import is_heard
from db.search_question import Question
from db.tables.search import CASE_WORDS


def stands(word: str) -> ColumnElement[bool]:
    """That a word is read or heard in a row of `case_words`."""
    read = CASE_WORDS.c.words.contains(word, autoescape=True)
    if not is_heard(word):
        return read
    return or_(read, CASE_WORDS.c.sounds.contains(word, autoescape=True))


def row_answers(question: Question) -> Iterator[ColumnElement[bool]]:
    """That a row of `case_words` answers a question, but for its days; in the language of SQLite."""
    for word in question.words:
        yield or_(stands(word.text), *map(_is_stated, word.terms))
    for group in question.any_of:
        yield or_(false(), *map(_is_stated, group))
    for term in question.none_of:
        yield not_(_is_stated(term))


def _is_stated(term: str) -> ColumnElement[bool]:
    return func.instr(" " + CASE_WORDS.c.terms + " ", f" {term} ") > 0
