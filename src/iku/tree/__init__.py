"""
The expression tree: what every computable formula comes down to.

Evaluation, trace, rendering and columns are functions over these few nodes, so
a new kind of formula gets all of them by saying how it lowers. Nodes are
immutable values. Chains of additions and multiplications are one flat node,
and no tree is deeper or larger than the limits below, so comparing, hashing,
copying and pickling never recurse far, whatever the input.
"""

from __future__ import annotations

from iku.tree.limits import (
    MAXIMUM_DEPTH,
    MAXIMUM_EXPONENT,
    MAXIMUM_NODES,
    MAXIMUM_STEPS,
)
from iku.tree.nodes import (
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Input,
    Log,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Operation,
    Power,
    Previous,
    Subtract,
    Unlowered,
    Variable,
    is_expression,
)
from iku.tree.walking import collect_inputs, collect_variables, fold, walk

__all__ = [
    "MAXIMUM_DEPTH",
    "MAXIMUM_EXPONENT",
    "MAXIMUM_NODES",
    "MAXIMUM_STEPS",
    "Add",
    "Constant",
    "Divide",
    "Expression",
    "GeometricMean",
    "Input",
    "Log",
    "Maximum",
    "Mean",
    "Minimum",
    "Multiply",
    "Negate",
    "Operation",
    "Power",
    "Previous",
    "Subtract",
    "Unlowered",
    "Variable",
    "collect_inputs",
    "collect_variables",
    "fold",
    "is_expression",
    "walk",
]
