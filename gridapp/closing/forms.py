"""Changing the forms of the official tables (更换报表模板): only for forms into which every table fits."""

from pathlib import Path

from gridapp.closing.tables import live_tables
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reporting.official.own_forms import FORMS, own_forms
from gridapp.workbooks.own_file import own_file
from gridapp.workbooks.whole_file import put_in_place


def save_forms(office: Office, path: Path) -> None:
    """Writes the forms in use as a workbook to be edited; raises `Refusal` where it cannot be written."""
    # The library of workbooks is slow to import and only needed here.
    from gridapp.reporting.official.forms import our_forms

    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"报表模板是 .xlsx 工作簿，请把 {path.name} 改成以 .xlsx 结尾的文件名。")
    forms = own_forms(office.templates) or our_forms()
    put_in_place(path, lambda target: target.write_bytes(forms))


def replace_forms(office: Office, town: str, path: Path, actor: Actor, clock: Clock) -> None:
    """Uses an office's own forms from now on; closed months are printed again in those of their closing.

    Raises `Refusal` where the file cannot be read, or one of a town's tables does not fit (the sheet or placeholder is
    named).
    """
    from gridapp.reporting.official.forms import checked_forms

    data, now = own_file(path), clock()
    checked_forms(data, live_tables(office, town, Month.of(day_of(now))))
    office.templates.replace(FORMS, data, path.name, actor, now)


def put_forms_back(office: Office, actor: Actor, clock: Clock) -> None:
    """Goes back to the forms that came with the program; raises `Refusal` where they are in use already."""
    if own_forms(office.templates) is None:
        raise Refusal("现在用的就是自带的报表模板，不用恢复。")
    office.templates.put_back(FORMS, actor, clock())
