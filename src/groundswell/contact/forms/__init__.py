"""What browsers send to this part's pages."""

from groundswell.contact.forms.codes import CodeForm
from groundswell.contact.forms.correction import CorrectionForm
from groundswell.contact.forms.draft import Draft

__all__ = ["CodeForm", "CorrectionForm", "Draft"]
