"""Published rules that find implausible results: pure functions over one caller's record.

Each rule is explained in docs/explain/plausible-results.md, with its false-alarm and detection
rates measured on simulated callers (bench/plausible_results.py). A finding holds results until a
person decides; it never deletes.
"""

from groundswell.outreach.plausibility.doors import Visit
from groundswell.outreach.plausibility.findings import Finding, door_findings, findings
from groundswell.outreach.plausibility.record import CallerRecord, OthersRecord, Result

__all__ = [
    "CallerRecord",
    "Finding",
    "OthersRecord",
    "Result",
    "Visit",
    "door_findings",
    "findings",
]
