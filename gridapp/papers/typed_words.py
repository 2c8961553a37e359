"""What was typed for a paper (补填) stays in its file, among the document's own properties, and is proposed again."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

from gridapp.papers.filling import printable
from gridapp.papers.packing import packed, unpacked
from gridapp.workbooks.damage import DAMAGE

_PART, _TYPES, _RELATIONS = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
_NAME = "补填"
# Word shows no more than 255 characters of a property.
_PIECE = 240
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DECLARED = (
    f'<Override PartName="/{_PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_RELATED = f'<Relationship Id="rIdTyped" Type="{_RELATION}" Target="{_PART}"/>'
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY = re.compile(rf"{_NAME}(\d+)")


def with_words(docx: bytes, words: Mapping[str, str]) -> bytes:
    """A paper that keeps what was typed for it, by the names of its placeholders.

    The template's own properties of that sort are replaced: it may be a paper that was made before.
    """
    parts = unpacked(docx)
    if _PART not in parts:
        if not words or _RELATION.encode() in parts[_RELATIONS]:
            return docx
        parts[_TYPES] = _with_line(parts[_TYPES], "</Types>", _DECLARED)
        parts[_RELATIONS] = _with_line(parts[_RELATIONS], "</Relationships>", _RELATED)
    parts[_PART] = _properties(words).encode()
    return packed(parts)


def words_in(docx: bytes) -> Mapping[str, str]:
    """What was typed for a paper; nothing where its file does not tell."""
    with suppress(*DAMAGE):
        told = fromstring(unpacked(docx)[_PART])
        found = {int(name[1]): one for one in told if (name := _PROPERTY.fullmatch(one.get("name", "")))}
        pieces = ["".join(found[n].itertext()) for n in sorted(found)]
        words = json.loads("".join(pieces) or "{}")
        return {str(name): str(text) for name, text in words.items()}
    return {}


def _with_line(part: bytes, end: str, line: str) -> bytes:
    return part.replace(end.encode(), f"{line}{end}".encode())


def _properties(words: Mapping[str, str]) -> str:
    kept = {name: printable(text) for name, text in words.items()}
    told = json.dumps(kept, ensure_ascii=False) if kept else ""
    pieces = [told[start : start + _PIECE] for start in range(0, len(told), _PIECE)]
    lines = (
        f'<property fmtid="{_FORMAT}" pid="{n + 1}" name="{_NAME}{n}"><vt:lpwstr>{escape(piece)}</vt:lpwstr></property>'
        for n, piece in enumerate(pieces, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Properties xmlns="{_SPACE}" xmlns:vt="{_VALUES}">{"".join(lines)}</Properties>'
