"""allauth's pages, without those that speak of passwords."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView

from groundswell.members.views import second_factor

urlpatterns = [
    re_path(r"^password/", second_factor.no_passwords, name="no_passwords"),
    path(
        "login/code/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="account_request_login_code",
    ),
    path("2fa/totp/activate/", second_factor.SetUpTotp.as_view(), name="mfa_activate_totp"),
    path("2fa/webauthn/add/", second_factor.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("", include("allauth.urls")),
]
