"""What README, documentation and packaging say about themselves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES: Final = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))
ALL_PAGES: Final = [*(path.relative_to(ROOT) for path in sorted(ROOT.glob("*.md"))), *PAGES]

_SH: Final = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE: Final = re.compile(r"^ *```([a-z]+)$", re.MULTILINE)
_LINK: Final = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


@pytest.fixture(name="project", scope="module")
def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


class TestStart:
    """A newcomer types two lines and has seen it run and pass."""

    def test_the_section_begins_with_two_commands_of_one_line(self) -> None:
        """First the demo, then the tests; nothing to choose and nothing to edit."""
        section = README.partition("\n## Mulai / Start\n")[2].partition("\n## ")[0]
        blocks: list[str] = _SH.findall(section)

        assert [block.count("\n") for block in blocks] == [1, 1]
        assert blocks[0].endswith("python -m iku demo\n")
        assert blocks[1].endswith("python -m pytest -n auto\n")

    def test_the_commands_come_first_of_all_shell_blocks(self) -> None:
        """No other shell block stands before them."""
        before = README.partition("\n## Mulai / Start\n")[0]

        assert _SH.findall(before) == []


class TestPages:
    """Pages are found and lead somewhere."""

    @pytest.mark.parametrize("page", PAGES, ids=str)
    def test_every_page_is_in_the_navigation(self, page: Path) -> None:
        """A page that no menu shows is not read."""
        shown = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]

        assert page.relative_to("docs").as_posix() in shown

    @pytest.mark.parametrize("page", ALL_PAGES, ids=str)
    def test_every_link_leads_to_a_file(self, page: Path) -> None:
        """Relative links resolve."""
        text = (ROOT / page).read_text(encoding="utf-8")
        missing = [
            target
            for target in _LINK.findall(text)
            if not (ROOT / page.parent / target).resolve().exists()
        ]

        assert missing == []

    @pytest.mark.parametrize("page", ALL_PAGES, ids=str)
    def test_no_python_hides_from_the_tests(self, page: Path) -> None:
        """Blocks marked `python` are run; no other mark is used for Python."""
        used = set(_FENCE.findall((ROOT / page).read_text(encoding="utf-8")))

        assert used <= {"json", "python", "sh", "text"}


class TestPackaging:
    """What pip installs."""

    def test_the_core_needs_three_distributions(self, project: dict[str, Any]) -> None:
        """Everything heavier is an extra."""
        names = [re.split(r"[<>=]", need)[0] for need in project["project"]["dependencies"]]

        assert names == ["attrs", "cattrs", "python-dateutil"]

    @pytest.mark.parametrize("name", ["test", "docs"])
    def test_groups_mirror_extras(self, project: dict[str, Any], name: str) -> None:
        """The same tools, whichever way they are asked for."""
        extras = project["project"]["optional-dependencies"]

        assert extras[name] == project["dependency-groups"][name]

    def test_the_package_says_that_it_is_typed(self) -> None:
        """Type checkers of users read our annotations."""
        assert (ROOT / "src" / "iku" / "py.typed").exists()
