"""Addresses of the safeguards' pages."""

from django.urls import path

from groundswell.outreach.views import flags

app_name = "outreach"
urlpatterns = [
    path("flags/", flags.flags, name="flags"),
    path("flags/<int:flag_id>/", flags.decide, name="decide"),
    path("my-results/", flags.my_results, name="my_results"),
    path("my-results/<int:flag_id>/", flags.reply, name="reply"),
]
