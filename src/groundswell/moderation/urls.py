"""Where the pages of this part are."""

from django.urls import path

from groundswell.moderation.views import blocks, desk, one, public, reporting

app_name = "moderation"
urlpatterns = [
    path("moderation/", desk.desk, name="desk"),
    path("moderation/how/", public.how, name="how"),
    path("moderation/risks/", desk.risks, name="risks"),
    path("moderation/blocked/", blocks.blocked, name="blocked"),
    path("moderation/block/<int:member_id>/", blocks.block_member, name="block"),
    path("moderation/unblock/<int:member_id>/", blocks.unblock_member, name="unblock"),
    path("moderation/report/<slug:kind>/<int:thing>/", reporting.new, name="new"),
    path("moderation/reports/<int:report_id>/", one.one_report, name="report"),
    path("moderation/reports/<int:report_id>/hide/", one.hide, name="hide"),
    path("moderation/reports/<int:report_id>/show/", one.show, name="show"),
    path("moderation/reports/<int:report_id>/appeal/", one.make_appeal, name="appeal"),
    path("moderation/appeals/<int:appeal_id>/", one.answer, name="answer"),
]
