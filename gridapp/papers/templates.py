"""Templates (模板): ours, beside the catalogue, or the office's own in their place."""

from importlib.resources import files
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Unacceptable
from gridapp.papers.catalogue import form_named
from gridapp.papers.template_check import problems_of_template
from gridapp.ports import Office
from gridapp.workbooks.own_file import own_file


def template_name(code: str) -> str:
    """The name under which an office keeps its own template for a form."""
    return f"paper.{code}"


def ours(code: str) -> bytes:
    """The template that came with the program; raises `Refusal` where there is no such form."""
    return (files("resources") / "papers" / f"{form_named(code).code}.docx").read_bytes()


def current(office: Office, code: str) -> bytes:
    """The template that the office uses now."""
    return office.templates.current(template_name(code)) or ours(code)


def replaced(office: Office, code: str, path: Path, actor: Actor, clock: Clock) -> None:
    """Puts an office's own template in place.

    Raises `Unacceptable` with all that is wrong with it, `Refusal` where the file cannot be read.
    """
    form = form_named(code)
    data = own_file(path)
    if problems := problems_of_template(form, data):
        raise Unacceptable(problems)
    office.templates.replace(template_name(form.code), data, path.name, actor, clock())


def put_back(office: Office, code: str, actor: Actor, clock: Clock) -> None:
    """Goes back to the template that came with the program."""
    office.templates.put_back(template_name(form_named(code).code), actor, clock())
