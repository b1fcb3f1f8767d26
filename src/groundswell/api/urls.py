"""The one API: its routes, signed in by session, and its own page of documentation."""

from django.urls import path
from ninja import NinjaAPI
from ninja.security import SessionAuth

from groundswell.api.problems import answer_problems
from groundswell.api.views import description, documentation
from groundswell.offline_app.api import router as offline_app
from groundswell.phonebank.api import router as phonebank

api = NinjaAPI(
    title="Groundswell",
    version="1",
    description="The same commands as behind the pages. Sign in as a member; send the CSRF token.",
    auth=SessionAuth(),
    docs_url=None,
    openapi_url=None,
)
answer_problems(api)
api.add_router("/phonebank", phonebank)
api.add_router("/app", offline_app)

urlpatterns = [
    path("docs/", documentation, {"schema_of": api.get_openapi_schema}, name="api_documentation"),
    path(
        "openapi.json", description, {"schema_of": api.get_openapi_schema}, name="api_description"
    ),
    path("", api.urls),
]
