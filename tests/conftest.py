"""How much the tests try: a little, or much where RESOLINT_THOROUGH is set."""

import os

from hypothesis import HealthCheck, Phase, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "quick",
    deadline=None,
    max_examples=40,
    phases=tuple(phase for phase in Phase if phase is not Phase.explain),
    suppress_health_check=_SLOW,
)
settings.register_profile(
    "thorough", deadline=None, max_examples=500, suppress_health_check=_SLOW
)
settings.load_profile("thorough" if os.environ.get("RESOLINT_THOROUGH") else "quick")
