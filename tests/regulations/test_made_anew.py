"""Constants of norms are made by their module alone, and are the same each time."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from runpy import run_path
from typing import TYPE_CHECKING, Final

import pytest

from iku import regulations
from iku.regulations import Ketentuan

if TYPE_CHECKING:
    from types import ModuleType

MODULES: Final = tuple(
    module
    for found in walk_packages(regulations.__path__, f"{regulations.__name__}.")
    if not found.ispkg
    for module in (import_module(found.name),)
    if any(isinstance(each, Ketentuan) for each in vars(module).values())
)


def find_provisions(names: dict[str, object]) -> dict[str, Ketentuan[object]]:
    """Give what a module lays down."""
    return {name: value for name, value in names.items() if isinstance(value, Ketentuan)}


class TestMadeAnew:
    """A module that runs again lays down the same."""

    @pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
    def test_module(self, module: ModuleType) -> None:
        """
        Nothing depends on what was imported or computed before.

        What builds the constants runs when the module is imported, and at no other
        time; so this test is also what sees a change in it while mutants are tried.
        """
        assert module.__file__ is not None
        anew = run_path(module.__file__, run_name=module.__name__)

        assert find_provisions(anew) == find_provisions(vars(module)) != {}

    def test_all_of_them(self) -> None:
        """Every provision is laid down in one of the modules."""
        held = {each for module in MODULES for each in find_provisions(vars(module)).values()}

        assert set(regulations.KETENTUAN) <= held
