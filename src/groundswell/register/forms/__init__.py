"""What people fill in on the register's pages."""

from groundswell.register.forms.columns import ColumnsForm
from groundswell.register.forms.uploading import SupplyForm, UploadForm

__all__ = ["ColumnsForm", "SupplyForm", "UploadForm"]
