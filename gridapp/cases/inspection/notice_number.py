"""Numbers of notices (文书编号): one row a town, year and kind of document, without gaps, as 水政责改〔2018〕1号."""

from datetime import datetime

from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.notice import NoticeKind
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import Writer


def number_for(writer: Writer, town: str, kind: NoticeKind, given: str, at: datetime) -> str:
    """The number that a notice was given, else the next of its kind; it begins with the first character of the town.

    It is drawn in the transaction that keeps the notice, so none is lost. Raises `Unacceptable` where the number
    given stands on another notice.
    """
    if given.strip():
        if writer.by_number(town, Kind.NOTICE, [given.strip()]):
            message = f"文书编号“{given.strip()}”已经用过，请核对；不填写则自动编号。"
            raise Unacceptable((Problem("number", "taken", message),))
        return given.strip()
    year, name = day_of(at).year, writer.area(town).name
    while True:
        number = hazard_words().notice_number(kind, name, year, writer.next_running(town, kind.series, year))
        # A ledger or a clerk may have used it already.
        if not writer.by_number(town, Kind.NOTICE, [number]):
            return number
