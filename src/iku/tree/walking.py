"""Walking trees without recursion: every interpreter is built on these."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from iku.tree.nodes import Previous, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iku.tree.nodes import Expression, Input

T = TypeVar("T")


def walk(expression: Expression) -> Iterator[Expression]:
    """Give every node, each before its children, from left to right."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def fold(expression: Expression, combine: Callable[[Expression, tuple[T, ...]], T]) -> T:
    """
    Bring a tree to one value, from the leaves up, without recursion.

    `combine` takes a node with the values of its children. This one counts
    the leaves:

    >>> from iku.tree import Add
    >>> fold(Add((Variable("A"), Variable("B"))), lambda _, parts: sum(parts) or 1)
    2
    """
    # Read backwards this is every node after its children, from left to right.
    backwards: list[tuple[Expression, int]] = []
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        children = node.children
        backwards.append((node, len(children)))
        waiting.extend(children)
    values: list[T] = []
    for node, count in reversed(backwards):
        if count:
            values[-count:] = [combine(node, tuple(values[-count:]))]
        else:
            values.append(combine(node, ()))
    return values[0]


def collect_inputs(*expressions: Expression) -> tuple[Input, ...]:
    """
    Name what trees take from the data, each once, in order of appearance.

    A variable and the same variable of an earlier period are two inputs.

    >>> collect_inputs(Variable("PDRB"), Previous(kode="PDRB"), Variable("PDRB"))
    (Variable(kode='PDRB'), Previous(kode='PDRB'))
    """
    nodes = (node for expression in expressions for node in walk(expression))
    return tuple(dict.fromkeys(node for node in nodes if isinstance(node, Variable | Previous)))


def collect_variables(*expressions: Expression) -> tuple[str, ...]:
    """
    Name the variables of trees, each once, in order of appearance.

    >>> collect_variables(Variable("PDRB"), Previous(kode="PDRB"), Variable("NTB"))
    ('PDRB', 'NTB')
    """
    return tuple(dict.fromkeys(node.kode for node in collect_inputs(*expressions)))
