"""``python -m resolint``."""

import sys

from resolint.cli import main

sys.exit(main())
