"""Pictures in a terminal: straight edges, whole words, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.rendering.grid import Cell, Facts, Grid, Heading, Note, lay_out
from iku.rendering.tables import build_head
from iku.rendering.terminal.drawing import write_grid, write_text
from iku.rendering.terminal.widths import find_widths
from iku.rendering.terminal.wrapping import (
    find_longest_word,
    measure,
    measure_lines,
    wrap,
    write_padded,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME: Final = frozenset(" │─═┌┐└┘├┤┬┴┼╒╕╘╛╞╡╤╧╪-")
words = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40)


def make_grid(*rows: Sequence[str], right: Sequence[int] = ()) -> Grid:
    """Make a plain grid; the first row is its heading."""
    head, *body = [
        tuple(Cell(text=text, right=index in right) for index, text in enumerate(row))
        for row in rows
    ]
    return Grid(head=(head,), body=tuple(body))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw grids whose first column may reach down."""
    width = draw(st.integers(1, 4))
    row = st.lists(words, min_size=width, max_size=width)
    head = tuple(Cell(text=text) for text in draw(row))
    body: list[tuple[Cell, ...]] = []
    for rowspan in draw(st.lists(st.integers(1, 3), max_size=3)):
        first, *rest = draw(row)
        body.append((Cell(text=first, rowspan=rowspan), *(Cell(text=text) for text in rest)))
        body.extend(
            tuple(Cell(text=text, right=True) for text in draw(row)[1:]) for _ in range(rowspan - 1)
        )
    return Grid(head=(head,), body=tuple(body))


class TestLaws:
    """A table is a rectangle that holds every character of its cells."""

    @given(grids(), st.integers(20, 120))
    def test_edges_are_straight(self, grid: Grid, width: int) -> None:
        """Every line of a part takes the same number of columns, whatever the letters."""
        parts = "\n".join(write_grid(grid, width)).split("\n\n")

        assert all(len({measure(line) for line in part.split("\n")}) == 1 for part in parts)

    @given(grids(), st.integers(20, 120))
    def test_no_character_is_lost(self, grid: Grid, width: int) -> None:
        """Only the frame and hyphens are added, only blanks are dropped."""

        def count(text: str) -> dict[str, int]:
            kept = sorted(c for c in text if c not in FRAME and not c.isspace())
            return {c: kept.count(c) for c in kept}

        drawn = "".join(write_grid(grid, width))
        held = "".join(cell.text for row in (*grid.head, *grid.body) for cell in row)

        assert count(drawn) == count(held)

    @given(words, st.integers(3, 50))
    def test_lines_fit(self, text: str, width: int) -> None:
        """No line is longer than allowed."""
        assert all(measure(line) <= width for line in wrap(text, width))

    @given(st.lists(st.text("abc", min_size=1, max_size=10), min_size=1), st.integers(10, 50))
    def test_words_stay_whole_where_they_fit(self, texts: list[str], width: int) -> None:
        """Joining the lines gives the text."""
        assert " ".join(wrap(" ".join(texts), width)) == " ".join(texts)


class TestWrapping:
    """Where text may break."""

    @pytest.mark.parametrize(
        ("text", "width", "lines"),
        [
            ("", 10, [""]),
            ("   ", 10, [""]),
            ("a b", 10, ["a b"]),
            ("a\n\nb", 10, ["a", "", "b"]),
            ("a\u2028b\u2029c", 10, ["a", "b", "c"]),
            ("Formulasi/Cara Pengukuran", 12, ["Formulasi/", "Cara", "Pengukuran"]),
            ("ab sekurang-kurangnya", 12, ["ab", "sekurang-", "kurangnya"]),
            ("pertumbuhan", 8, ["pertumb-", "uhan"]),
            ("a/pertumbuhan", 8, ["a/", "pertumb-", "uhan"]),
            ("\u65e5\u672c\u8a9e", 4, ["\u65e5-", "\u672c-", "\u8a9e"]),
            ("\u65e5\u672c", 1, ["\u65e5-", "\u672c"]),
        ],
    )
    def test_breaks(self, text: str, width: int, lines: list[str]) -> None:
        """At blanks, then behind slashes and hyphens, then anywhere with a hyphen."""
        assert wrap(text, width) == lines

    def test_measures(self) -> None:
        """Marks take no room, wide letters two columns."""
        assert measure("e\u0301\u65e5") == 3
        assert measure_lines("ab\nabc") == 3
        assert find_longest_word("IKU-B004 x") == 8
        assert find_longest_word("Formulasi/Pengukuran x") == 10
        assert find_longest_word(" ") == 0
        assert write_padded("ab", 4) == "ab  "
        assert write_padded("ab", 4, right=True) == "  ab"


class TestWidths:
    """How columns share the room."""

    def choose(self, grid: Grid, room: int) -> list[int]:
        """Choose the widths of a grid."""
        return find_widths(lay_out((*grid.head, *grid.body), grid.width), room)

    def test_no_wider_than_needed(self) -> None:
        """A small table stays small."""
        assert self.choose(make_grid(["No", "Nama"], ["1", "a b c"]), 100) == [2, 5]

    def test_the_fullest_column_gets_most(self) -> None:
        """What is left goes where most lines are saved."""
        assert self.choose(make_grid(["a a a a a a", "b b b"]), 8) == [5, 3]

    def test_words_are_squeezed_before_the_table_grows(self) -> None:
        """The longest are broken first, none below nine; slashes come before all."""
        assert self.choose(make_grid(["a" * 16, "b" * 10]), 25) == [15, 10]
        assert self.choose(make_grid(["a" * 16, "b" * 10]), 20) == [10, 10]
        assert self.choose(make_grid(["a" * 8 + "/" + "a" * 7, "b" * 10]), 20) == [10, 10]
        assert self.choose(make_grid(["a" * 16, "b" * 10]), 5) == [9, 9]

    def test_numbers_are_never_broken(self) -> None:
        """A number on two lines would be two numbers."""
        grid = make_grid(["x", "y"], ["85.898.584.064.000,00", "kata-kata"], right=[0])

        assert self.choose(grid, 10) == [21, 9]


class TestParts:
    """A table that is too wide is continued below."""

    def make_wide(self, columns: int) -> Grid:
        """Make a table with a name, a description and values by year."""
        years = [str(2019 + index) for index in range(columns)]
        return Grid(
            head=build_head([("Nama",), ("Arti",), *(("Target", year) for year in years)]),
            body=(
                (
                    Cell(text="Indeks"),
                    Cell(text="kepuasan"),
                    *(Cell(text=f"1.000,{index}0", right=True) for index in range(columns)),
                ),
            ),
            keys=(0,),
        )

    def test_it_fits(self) -> None:
        """Then it is one."""
        assert "" not in write_grid(self.make_wide(2), 36)

    def test_columns_of_one_heading_stay_together(self) -> None:
        """The cut is before the group that no longer fits, and the name is repeated."""
        assert write_grid(self.make_wide(2), 34) == [
            "┌────────┬──────────┐",
            "│ Nama   │ Arti     │",
            "╞════════╪══════════╡",
            "│ Indeks │ kepuasan │",
            "└────────┴──────────┘",
            "",
            "┌────────┬─────────────────────┐",
            "│ Nama   │ Target              │",
            "│        ├──────────┬──────────┤",
            "│        │ 2019     │ 2020     │",
            "╞════════╪══════════╪══════════╡",
            "│ Indeks │ 1.000,00 │ 1.000,10 │",
            "└────────┴──────────┴──────────┘",
        ]

    def test_a_group_that_is_too_wide_by_itself(self) -> None:
        """It is cut where it must be."""
        drawn = "\n".join(write_grid(self.make_wide(3), 34))

        assert drawn.count("Target") == 2
        assert [
            [year for year in ("2019", "2020", "2021") if year in part]
            for part in drawn.split("\n\n")
        ] == [[], ["2019", "2020"], ["2021"]]

    def test_a_column_that_is_too_wide_by_itself(self) -> None:
        """It stands there with the name of the row, wider than asked."""
        drawn = "\n".join(write_grid(self.make_wide(2), 5))

        assert [part.count("\n") for part in drawn.split("\n\n")] == [4, 4, 6, 6]

    def test_rows_that_only_the_other_part_needs(self) -> None:
        """Where no cell begins any more there is no row."""
        grid = Grid(
            head=((Cell(text="Sasaran"), Cell(text="Indikator")),),
            body=((Cell(text="satu", rowspan=2), Cell(text="a")), (Cell(text="b"),)),
        )

        assert write_grid(grid, 12) == [
            "┌─────────┐",
            "│ Sasaran │",
            "╞═════════╡",
            "│ satu    │",
            "└─────────┘",
            "",
            "┌─────────┐",
            "│Indikator│",
            "╞═════════╡",
            "│a        │",
            "├─────────┤",
            "│b        │",
            "└─────────┘",
        ]


class TestDrawing:
    """What it looks like."""

    def test_merged_cells(self) -> None:
        """A cell that reaches down is not cut, and its words flow on."""
        grid = Grid(
            head=(
                (Cell(text="No", rowspan=2), Cell(text="P", colspan=2)),
                (Cell(text="a"), Cell(text="b")),
            ),
            body=(
                (Cell(text="satu dua tiga empat", rowspan=2), Cell(text="x"), Cell(text="1")),
                (Cell(text="y"), Cell(text="2")),
            ),
        )

        assert write_grid(grid, 11) == [
            "┌─────┬───┐",
            "│No   │P  │",
            "│     ├─┬─┤",
            "│     │a│b│",
            "╞═════╪═╪═╡",
            "│satu │x│1│",
            "│dua  ├─┼─┤",
            "│tiga │y│2│",
            "│empat│ │ │",
            "└─────┴─┴─┘",
        ]

    def test_a_table_without_rows(self) -> None:
        """Its heading stands alone."""
        assert write_grid(make_grid(["a"]), 20) == ["┌───┐", "│ a │", "╘═══╛"]

    def test_blocks(self) -> None:
        """Heading, facts, table and note, a blank line between them."""
        blocks = (
            Heading(text="Judul"),
            Heading(text="Bagian", level=2),
            Facts(pairs=(("Visi", "satu dua tiga empat lima enam"), ("Misi", "x"))),
            make_grid(["a"], ["b"]),
            Note(text="catatan"),
        )

        assert write_text(blocks, 27).split("\n") == [
            "Judul", "═════", "",
            "Bagian", "──────", "",
            "Visi : satu dua tiga empat", "       lima enam", "Misi : x", "",
            "┌───┐", "│ a │", "╞═══╡", "│ b │", "└───┘", "",
            "catatan", "",
        ]  # fmt: skip
