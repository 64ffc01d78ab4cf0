"""Hypothesis profiles; nothing of the domain lives here."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

# A machine that is busy with something else must not turn a property red, so
# no profile has a deadline; the growth of running time is tested on its own.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None, print_blob=True)
settings.register_profile(
    "nightly",
    max_examples=5_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For thousands of runs that are meant to fail: few examples, and a failure is enough as it is.
# mutmut runs the suite more than once in one process, each time on other instances of a class.
settings.register_profile(
    "mutation",
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)

# The same examples on every machine unless asked otherwise: whoever runs the
# tests for the first time sees what the authors saw.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
