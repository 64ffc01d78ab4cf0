"""The two readers together: the second finds out what has stopped the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from iku.codec import loads
from iku.codec._quick import Quick

if TYPE_CHECKING:
    import pytest


class TestFallback:
    """The quick reader may fail for any reason."""

    def test_a_fault_of_the_quick_reader_costs_only_time(
        self, complete_text: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """If it refused a good document, the thorough one would still read it."""
        expected = loads(complete_text)

        def fail(*_: object) -> NoReturn:
            raise RuntimeError

        monkeypatch.setattr(Quick, "reader", fail)

        assert loads(complete_text) == expected
