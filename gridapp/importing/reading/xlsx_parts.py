"""The parts of an .xlsx workbook (工作簿结构) that calamine does not tell."""

from collections.abc import Mapping, Sequence
from posixpath import join, normpath
from xml.etree import ElementTree

from gridapp.importing.reading.archive import Archive

_FOLDER = "xl"
_YES = frozenset({"1", "true", "on"})


def epoch_is_1904(archive: Archive) -> bool:
    """Whether the serial numbers of days count from 1904 (1904 日期系统), as on older Macs."""
    root = _root(archive, "xl/workbook.xml")
    found = (element.get("date1904", "") for element in _all(root, "workbookPr"))
    return any(said.lower() in _YES for said in found)


def sheet_entries(archive: Archive) -> Sequence[str]:
    """The entry of the archive that holds each sheet, charts counted."""
    targets = {
        element.get("Id", ""): element.get("Target", "")
        for element in _all(_root(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
    }
    return [_entry(targets, sheet) for sheet in _all(_root(archive, "xl/workbook.xml"), "sheet")]


def _entry(targets: Mapping[str, str], sheet: ElementTree.Element) -> str:
    target = next((targets.get(value, "") for name, value in sheet.items() if name.endswith("}id")), "")
    whole = target if target.startswith("/") else join(_FOLDER, target)
    return normpath(whole.replace("\\", "/")).lstrip("/").casefold()


def _root(archive: Archive, name: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(archive.whole(name))
    except ElementTree.ParseError:
        # Whether the workbook can be read all the same is for calamine to say.
        return ElementTree.Element("nothing")


def _all(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return root.findall(f".//{{*}}{name}")
