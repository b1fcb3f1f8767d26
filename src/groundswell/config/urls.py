"""Where each part's pages begin."""

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("groundswell.api.urls")),  # asked most, so tried first
    path("", include("groundswell.headquarters.urls")),
    path("", include("groundswell.members.urls")),
    path("", include("groundswell.paper.urls")),
    path("", include("groundswell.phonebank.urls")),
    path("", include("groundswell.doorstep.urls")),
    path("", include("groundswell.events.urls")),
    path("", include("groundswell.friends.urls")),
    path("", include("groundswell.groups.urls")),
    path("", include("groundswell.mailings.urls")),
    path("", include("groundswell.moderation.urls")),
    path("", include("groundswell.profiles.urls")),
    path("", include("groundswell.sharing.urls")),
    path("app/", include("groundswell.offline_app.urls")),
    path("accounts/", include("groundswell.members.account_urls")),
    path("contact/", include("groundswell.contact.urls")),
    path("efforts/", include("groundswell.outreach.urls")),
    path("look/", include("groundswell.look.urls")),
    path("places/", include("groundswell.places.urls")),
    path("privacy/", include("groundswell.privacy.urls")),
    path("register/", include("groundswell.register.urls")),
    path("safety/", include("groundswell.safety.urls")),
    path("universes/", include("groundswell.targeting.urls")),
]
