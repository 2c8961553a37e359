"""What a change may not overthrow of a case that has gone on (更正的限制): the proofs of its steps, and their order."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem


def problems_of_what_stands(
    case: Case, attachments: Sequence[Attachment], reported_at: datetime | None, report: str
) -> Iterator[Problem]:
    """The files of a step stay, and the `report` (上报时间, 信访时间) stays before what came of it."""
    if any(file.step is not None and file not in attachments for file in case.attachments):
        yield Problem("attachments", "evidence", "办理步骤的佐证附件不能移除。")
    if reported_at is None:
        return
    if case.closings and day_of(reported_at) > day_of(case.closings[0].closed_at):
        yield Problem("reported_at", "order", f"{report}不能晚于办结时间。")
    elif case.steps and reported_at > case.steps[0].at:
        yield Problem("reported_at", "order", f"{report}不能晚于{case.steps[0].move.value}时间。")
