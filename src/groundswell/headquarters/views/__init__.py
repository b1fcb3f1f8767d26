"""The front page and the pages of totals."""

from groundswell.headquarters.views.home import home
from groundswell.headquarters.views.totals import area, branch, campaign, effort, mine

__all__ = ["area", "branch", "campaign", "effort", "home", "mine"]
