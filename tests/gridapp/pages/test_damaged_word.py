"""Word files that somebody or something has spoilt: set on pages all the same, or refused in one sentence."""

import gc
import random
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gridapp.domain.problem import Refusal
from gridapp.pages.blocks import Picture, words
from gridapp.pages.document import PORTRAIT, Document, Section
from gridapp.pages.from_word import from_word
from gridapp.pages.pdf import page_counts, pdf
from tests.sizes import FULL

TEMPLATES = sorted((Path(__file__).parents[3] / "resources" / "papers").glob("*.docx"))
ODD = ("", "-1", "0", "nan", "inf", "99999999999", "-40000", "²", "甲", "true", "31680", "auto")
ROUNDS = 1_500 if FULL else 60
_MOST_PAGES = 20_000


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_spoilt_template_never_breaks_the_program(seed: int) -> None:
    rng = random.Random(seed)
    data = spoilt(rng.choice(TEMPLATES).read_bytes(), rng)
    with suppress(Refusal):
        assert 0 < sum(page_counts(from_word(data))) < _MOST_PAGES


def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(Refusal, match="图片已损坏"):
        pdf(with_damaged_picture())


def test_a_refused_document_leaves_no_file_open() -> None:
    with pytest.raises(Refusal):
        pdf(with_damaged_picture())
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        # What the refused document held is let go of with the next one only.
        pdf(Document("", (Section(PORTRAIT, (words("图"),)),)))
        gc.collect()
    assert [str(warning.message) for warning in told] == []


def with_damaged_picture() -> Document:
    from PIL import Image

    drawn = BytesIO()
    Image.effect_noise((60, 60), 9).save(drawn, "PNG")
    damaged = Picture(data=drawn.getvalue()[:300], width=100, height=100)
    return Document("", (Section(PORTRAIT, (words("图"), damaged)),))


def test_parts_nested_without_end_are_refused() -> None:
    deep = '<w:sdt><w:sdtContent xmlns:w="w">' * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{deep}</w:body></w:document>')
    with pytest.raises(Refusal, match="Word 文件"):
        from_word(data.getvalue())


def spoilt(data: bytes, rng: random.Random) -> bytes:
    """A file in which some measures are odd and some elements are gone or doubled."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                root = ElementTree.fromstring(part)
                for _ in range(rng.randrange(1, 12)):
                    spoil(root, rng)
                part = ElementTree.tostring(root)
            target.writestr(name, part)
    return made.getvalue()


def spoil(root: ElementTree.Element, rng: random.Random) -> None:
    """One thing gone wrong."""
    parent = rng.choice(list(parents(root)) or [root])
    if rng.random() < 0.6 or not len(parent):
        element = rng.choice(list(root.iter()))
        for key in element.attrib:
            element.set(key, rng.choice(ODD))
        return
    child = rng.choice(list(parent))
    if rng.random() < 0.5:
        parent.remove(child)
    else:
        parent.insert(rng.randrange(len(parent)), deepcopy(child))


def parents(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Everything that has something in it."""
    return (element for element in root.iter() if len(element))
