"""What people fill in on the register's pages."""

from groundswell.register.forms.columns import ColumnsForm
from groundswell.register.forms.details import ConsentForm, DetailsForm
from groundswell.register.forms.searching import SearchForm
from groundswell.register.forms.tps import TpsForm
from groundswell.register.forms.uploading import NEW_SUPPLY, SupplyForm, UploadForm

__all__ = [
    "NEW_SUPPLY",
    "ColumnsForm",
    "ConsentForm",
    "DetailsForm",
    "SearchForm",
    "SupplyForm",
    "TpsForm",
    "UploadForm",
]
