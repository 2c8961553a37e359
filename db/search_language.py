"""Questions to the search index as each database wants them written: FTS5's language and that of `tsquery`."""

from collections.abc import Iterable

from db.search_places import Word
from db.search_question import Question
from db.search_tokens import EVERY_CASE, heard_phrase_of, marked, phrase_of

_LONG_NUMBER = 7
_ENDING = 4


def fts5(question: Question) -> str:
    """A question to SQLite's index."""
    wanted = [_fts5_word(word) for word in question.words]
    wanted += [_fts5_any(group) for group in question.any_of]
    found = " AND ".join(wanted) or _quoted([EVERY_CASE])
    return f"({found}) NOT {_fts5_any(question.none_of)}" if question.none_of else found


def _fts5_word(word: Word) -> str:
    beginning = " *" if len(word.text) == 1 else ""
    meant = [_quoted(phrase_of(word.text)) + beginning]
    if word.text.isdigit() and len(word.text) >= _LONG_NUMBER:
        # It walks through what stands first, and phone numbers are told from each other by their ends.
        meant[0] = f"({_quoted(phrase_of(word.text[-_ENDING:]))} AND {meant[0]})"
    if word.is_heard:
        meant.append(_quoted(heard_phrase_of(word.text)) + beginning)
    meant += [_quoted([marked(term)]) for term in word.terms]
    return f"({' OR '.join(meant)})"


def _fts5_any(terms: Iterable[str]) -> str:
    # Nothing is one of none: a word that no case has.
    return "(" + " OR ".join(_quoted([marked(term)]) for term in terms or (EVERY_CASE,)) + ")"


def _quoted(tokens: list[str]) -> str:
    return '"' + " ".join(tokens).replace('"', '""') + '"'


def tsquery(question: Question) -> str:
    """A question to PostgreSQL's index, which does not know what stands beside what."""
    wanted = [_tsquery_word(word) for word in question.words]
    wanted += [tsquery_any(group) for group in question.any_of]
    wanted += [f"!{_lexeme(marked(term))}" for term in question.none_of]
    return " & ".join(wanted) or _lexeme(EVERY_CASE)


def _tsquery_word(word: Word) -> str:
    beginning = ":*" if len(word.text) == 1 else ""
    phrases = [phrase_of(word.text)]
    if word.is_heard:
        phrases.append(heard_phrase_of(word.text))
    meant = ["(" + " & ".join(_lexeme(token) + beginning for token in phrase) + ")" for phrase in phrases]
    meant += [_lexeme(marked(term)) for term in word.terms]
    return f"({' | '.join(meant)})"


def tsquery_any(terms: Iterable[str]) -> str:
    """That a case has one of some terms."""
    return "(" + " | ".join(_lexeme(marked(term)) for term in terms or (EVERY_CASE,)) + ")"


def _lexeme(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
