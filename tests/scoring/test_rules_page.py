"""The page of the documentation that lists the capaian rules, and the picture of them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any, Final

from iku.formula.plugins import is_vendor_tag
from iku.scoring import registry

PAGE: Final[dict[str, Any]] = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "_aturan.py"))
PLOT: Final[dict[str, Any]] = runpy.run_path(
    str(Path(__file__).parents[2] / "docs" / "_capaian_plot.py")
)


class TestPage:
    """It shows every rule."""

    def test_it_is_up_to_date(self) -> None:
        """After a change: `python docs/_aturan.py`."""
        path: Path = PAGE["PAGE"]

        assert path.read_text(encoding="utf-8") == PAGE["write_page"]()

    def test_every_rule_is_on_it(self) -> None:
        """A new one needs an example in `docs/_aturan.py`."""
        shown = {rule.tipe for rule in PAGE["EXAMPLES"]}

        assert {tag for tag in registry.tags if not is_vendor_tag(tag)} == shown


class TestPicture:
    """The picture of the rules shows what they compute."""

    def test_it_is_up_to_date(self) -> None:
        """After a change: `python docs/_capaian_plot.py`."""
        path: Path = PLOT["PICTURE"]

        assert path.read_text(encoding="utf-8") == PLOT["draw_picture"]()
