"""Recipes of the models of the page. Run everything from the repository's root, as modules."""

import os

# Before torch loads OpenMP: on a busy machine, threads that spin while they wait for each other
# were measured to take seven times the processor time.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
