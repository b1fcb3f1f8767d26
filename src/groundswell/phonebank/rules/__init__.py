"""Rules of the phone bank's own: plain Python."""

from groundswell.phonebank.rules.asking import question_now
from groundswell.phonebank.rules.call_backs import CallBack, call_backs

__all__ = ["CallBack", "call_backs", "question_now"]
