"""The outline: which units a text has and how they nest, read as a lawyer reads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexparse.readers import UnreadableError, read
from lexparse.records import Provision
from lexparse.structure.outline import Outline, outline

PREAMBLE = "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n"


def units(text: str) -> list[str]:
    """Return the eIds of a text's units but cells, in document order."""
    provisions = outline(read(text.encode())).provisions
    return [unit.eid for one in provisions for unit in one.walk() if unit.kind != "cell"]


def test_paragraph_with_subparagraphs() -> None:
    """Numbered items stand below the paragraph that leads them in."""
    text = (
        PREAMBLE
        + "1. Министрлік:\n\n1) тіркеуді;\n\n2) жариялауды қамтамасыз етсін.\n\n2. Бекітілсін."
    )
    assert units(text) == [
        "preamble_1",
        "para_1",
        "para_1__subpara_1",
        "para_1__subpara_2",
        "para_2",
    ]


def test_unnumbered_items_are_indents_and_later_blocks_alineas() -> None:
    """A list ends with its full stop; what follows is the paragraph's next alinea."""
    text = PREAMBLE + (
        "1. Әкімдер:\n\nшаралар қабылдасын;\n\nесеп берсін.\n\nБақылау осы тармаққа да қатысты."
    )
    assert units(text)[1:] == ["para_1", "para_1__indent_1", "para_1__indent_2", "para_1__al_2"]


def test_note_stands_under_its_paragraph() -> None:
    """A note is a child of the paragraph above it, not of that paragraph's last item."""
    text = PREAMBLE + (
        "1. Министрлік:\n\n1) тіркеуді;\n\n2) жариялауды қамтамасыз етсін.\n\n"
        "Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 17.03.2023 № 236 қаулысымен.\n\n"
        "2. Бекітілсін."
    )
    assert units(text)[3:] == ["para_1__subpara_2", "para_1__note_1", "para_2"]


def test_quoted_wording_is_one_unit_of_its_command() -> None:
    """Numbers inside quoted new wording open no unit of the amending act."""
    text = PREAMBLE + (
        "1. Мына қаулыға мынадай өзгеріс енгізілсін:\n\n2-тармақ мынадай редакцияда жазылсын:\n\n"
        "«2. Министрліктің мынадай ведомстволары бар:\n\n1) комитет;\n\n2) агенттік.»;\n\n"
        "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі."
    )
    found = units(text)
    assert "para_1__indent_1__quoted_1" in found
    assert "para_2" in found
    assert not any("subpara" in eid for eid in found)


def test_quote_that_never_closes_ends_where_the_act_goes_on() -> None:
    """A lost closing mark does not swallow the rest of the act."""
    text = PREAMBLE + (
        "1. Мына қаулыға мынадай өзгеріс енгізілсін:\n\n2-тармақ мынадай редакцияда жазылсын:\n\n"
        "«2. Министрлік ережені бекітеді;\n\n"
        "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі."
    )
    assert "para_2" in units(text)


def test_attachments_of_the_act_and_of_its_rules() -> None:
    """`бұйрыққа қосымша` is the act's attachment, `қағидаларға 1-қосымша` one of the rules."""
    text = (
        "БҰЙЫРАМЫН:\n\n1. Қағидалар бекітілсін.\n\nМинистр\n\nА. Асанов\n\n"
        "Қазақстан Республикасы\nҚаржы министрінің\n2020 жылғы 1 мамырдағы\n№ 5 бұйрығына\n"
        "қосымша\n\nЕсеп беру қағидалары\n\n1-тарау. Жалпы ережелер\n\n"
        "1. Осы қағидалар тәртіпті айқындайды.\n\n"
        "Есеп беру қағидаларына\n1-қосымша\n\nЕсеп нысаны\n\nАтауы ______ саны ______ қолы ______\n"
    )
    found = units(text)
    assert "att_1__chp_1" in found
    assert "att_1__para_1" in found
    assert "att_1__att_1" in found


def test_a_blank_form_is_marked() -> None:
    """Blanks to be filled in make an attachment a form."""
    text = (
        "БҰЙЫРАМЫН:\n\n1. Нысан бекітілсін.\n\nМинистр\n\nА. Асанов\n\n"
        "Қаржы министрінің\n2020 жылғы 1 мамырдағы\n№ 5 бұйрығына\nқосымша\n\n"
        "Өтініш нысаны\n\nАтауы __________\n\nМекенжайы __________\n\n"
        'Күні "___" ________ 20__ жылғы\n'
    )
    attachment = outline(read(text.encode())).provisions[-1]
    assert (attachment.kind, attachment.form) == ("attachment", True)


def _walk(structure: Outline) -> Iterator[Provision]:
    for provision in structure.provisions:
        yield from provision.walk()


def _own_spans(structure: Outline) -> list[tuple[int, int]]:
    """Return the spans of numbers, own texts and leaves: together they hold all the text."""
    spans = []
    for unit in _walk(structure):
        spans.append((unit.start, unit.text_stop))
        if not unit.children:
            spans.append((unit.start, unit.stop))
    return spans


PIECES = st.sampled_from(
    [
        "1. Бекітілсін.", "2. Министрлік:", "1) тіркеуді;", "2) жариялауды қамтамасыз етсін.",
        "- есеп берсін;", "Ескерту. Күші жойылды - ҚР Үкіметінің 17.03.2023 № 236 қаулысымен.",
        "ҚАУЛЫ ЕТЕДІ:", "БҰЙЫРАМЫН:", "Министр", "А. Асанов", "1-қосымша", "қосымша",
        "№ 5 қаулысымен бекітілген", "1-тарау. Жалпы ережелер", "«2. Жаңа мәтін", "ескі мәтін.»;",
        "мынадай редакцияда жазылсын:", "1\t|\tшара\t|\tмерзімі", "№\t|\tІс-шара\t|\tЖауапты",
        "______", "<*>", "\t|\tқаулысымен бекітілді", "Нысан", "\n", "a) x", "1.1. Бір", "«", "»",
        "КЕЛІСІЛДІ", "Аббревиатуралардың толық жазылуы:", "ҰЭМ - Ұлттық экономика министрлігі", "5",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25))
def test_outline_never_raises_and_loses_nothing(pieces: list[str]) -> None:
    """Whatever the text: ids are unique, spans nest, no character is lost."""
    try:
        document = read("\n".join(pieces).encode("utf-8", "ignore"))
    except UnreadableError:
        return
    structure = outline(document)
    eids = [unit.eid for unit in _walk(structure)]
    assert len(eids) == len(set(eids))
    for unit in _walk(structure):
        assert unit.start <= unit.text_start <= unit.text_stop <= unit.stop
        for child in unit.children:
            assert unit.start <= child.start
            assert child.stop <= unit.stop
    held = bytearray(len(document.text))
    for start, stop in _own_spans(structure):
        held[start:stop] = b"x" * (stop - start)
    lost = [
        c for at, c in enumerate(document.text) if not held[at] and not c.isspace() and c != "|"
    ]
    assert not lost


@pytest.mark.parametrize("text", ["Қазақша мәтін", "1.", "«"])
def test_tiny_texts(text: str) -> None:
    """A few characters have an outline too."""
    outline(read(text.encode()))
