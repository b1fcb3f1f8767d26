"""The one API: its routes, signed in by session, and its own page of documentation."""

from django.urls import path
from ninja import NinjaAPI
from ninja.security import SessionAuth

from groundswell.api.problems import answer_problems
from groundswell.api.views import documentation
from groundswell.members.access import signed_in
from groundswell.phonebank.api import router as phonebank

api = NinjaAPI(
    title="Groundswell",
    version="1",
    description="The same commands as behind the pages. Sign in as a member; send the CSRF token.",
    auth=SessionAuth(),
    docs_url=None,
    docs_decorator=signed_in,
)
answer_problems(api)
api.add_router("/phonebank", phonebank)

urlpatterns = [
    path("docs/", documentation, {"schema_of": api.get_openapi_schema}, name="api_documentation"),
    path("", api.urls),
]
