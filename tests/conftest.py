"""How much the tests try: a little, or much where RESOLINT_THOROUGH is set."""

import os
import signal
from contextlib import suppress

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

# What is found is not kept among what the user's own runs keep.
os.environ["RESOLINT_NO_CACHE"] = "1"

# Started in the background, or by nohup, the tests would hand on to the commands that
# they call that signals are to be ignored. Of an own handler nothing is handed on.
for _name in ("SIGINT", "SIGHUP"):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        with suppress(ValueError):  # not in the main thread
            signal.signal(_number, signal.default_int_handler)
