"""A person's translation put beside its source: which sentence is which."""

import pytest

from notelint.translation.alignment import align
from notelint.translation.fields import passages_alone
from tests.translation.engines import note_of

SOURCE = """---
title: Filas
description: Para que servem.
---

## O que é

Uma fila guarda mensagens. Quem lê confirma com `ack`. Sem isso a mensagem volta em 30 segundos.

- primeiro item
- segundo item, com [um link](https://example.org/a)

Última linha.
"""


def aligned(target: str) -> tuple[dict[str, str], bool]:
    found = align(passages_alone(note_of(SOURCE)), passages_alone(note_of(target)))
    return {entry.source: entry.target for entry in found.entries}, found.complete


def test_a_page_built_as_its_source_is_taken_whole() -> None:
    pairs, complete = aligned(
        SOURCE.replace("Filas", "Queues").replace("Última linha.", "The last line.")
    )
    assert complete
    assert pairs["Filas"] == "Queues"
    assert pairs["Última linha."] == "The last line."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Uma fila guarda mensagens. Quem lê confirma com `ack`.",
            "A queue keeps messages, and whoever reads confirms with `ack`.",
            {
                "Uma fila guarda mensagens.": "A queue keeps messages, and whoever reads confirms with `ack`.",
                "Quem lê confirma com `ack`.": "",
            },
        ),
        (
            "Uma fila guarda mensagens. Quem lê confirma com `ack`.",
            "A queue. It keeps messages. The reader confirms with `ack`.",
            {
                "Uma fila guarda mensagens.": "A queue. It keeps messages.",
                "Quem lê confirma com `ack`.": "The reader confirms with `ack`.",
            },
        ),
        (
            "Sem isso a mensagem volta em 30 segundos.",
            "After 30 seconds it comes back.",
            {"Sem isso a mensagem volta em 30 segundos.": "After 30 seconds it comes back."},
        ),
    ],
)
def test_sentences_joined_and_split(before: str, after: str, expected: dict[str, str]) -> None:
    pairs, complete = aligned(SOURCE.replace(before, after))
    assert complete
    assert pairs.items() >= expected.items()
    assert pairs["primeiro item"] == "primeiro item"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- primeiro item\n", ""),
        ("## O que é\n", "## What it is\n\nA paragraph of the translator's own, quite long.\n"),
        ("Última linha.\n", "Última linha.\n\n> And a quote.\n"),
    ],
)
def test_what_only_one_side_has_is_left_out(before: str, after: str) -> None:
    pairs, complete = aligned(SOURCE.replace(before, after))
    assert not complete
    assert pairs["Quem lê confirma com `ack`."] == "Quem lê confirma com `ack`."
    found = "segundo item, com [um link](https://example.org/a)"
    assert pairs[found] == found
    assert "And a quote." not in pairs.values()
