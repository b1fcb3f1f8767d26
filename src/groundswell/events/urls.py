"""Addresses of events: finding and hosting them, an event's short link, one's own place."""

from django.urls import path

from groundswell.events.views import (
    changing,
    door,
    feeds,
    finding,
    hosting,
    judging,
    lifts,
    page,
    reminding,
    running,
    ticket,
)

app_name = "events"
urlpatterns = [
    path("events/", finding.events, name="list"),
    path("events/useful/", finding.useful, name="useful"),
    path("events/calendar.ics", feeds.of_everybody, name="calendar"),
    path("events/calendar/<str:token>.ics", feeds.of_member, name="my_calendar"),
    path("events/area/<int:area_id>/calendar.ics", feeds.of_area, name="area_calendar"),
    path("events/group/<slug:slug>/calendar.ics", feeds.of_group, name="group_calendar"),
    path("events/feed.<str:form>", feeds.feed, name="feed"),
    path("events/new/", hosting.new, name="new"),
    path("events/mine/", hosting.mine, name="mine"),
    path("events/look-over/", judging.to_look_over, name="to_look_over"),
    path("events/hosts/<int:member_id>/", judging.host, name="host"),
    path("e/place/<slug:code>/", ticket.ticket, name="ticket"),
    path("e/place/<slug:code>/act/", ticket.act, name="act"),
    path("e/place/<slug:code>/lift/", lifts.lift, name="lift"),
    path("e/place/<slug:code>/code.svg", ticket.code_picture, name="ticket_code"),
    path("e/place/<slug:code>/here/", door.here, name="here"),
    path("e/place/<slug:code>/said/<int:mark>/", ticket.how_was_it, name="how_was_it"),
    path("e/<slug:slug>/", page.event, name="page"),
    path("e/<slug:slug>/event.ics", feeds.of_one, name="file"),
    path("e/<slug:slug>/people/", running.people, name="people"),
    path("e/<slug:slug>/change/", changing.change, name="change"),
    path("e/<slug:slug>/move/", changing.move, name="move"),
    path("e/<slug:slug>/cancel/", changing.cancel, name="cancel"),
    path("e/<slug:slug>/shifts/", changing.shifts, name="shifts"),
    path("e/<slug:slug>/reminders/", reminding.reminders, name="reminders"),
    path("e/<slug:slug>/decide/", judging.decide, name="decide"),
    path("e/<slug:slug>/door/", door.door, name="door"),
    path("e/<slug:slug>/door/mark/", door.mark, name="mark"),
    path("e/<slug:slug>/door/walk-in/", door.walk_in, name="walk_in"),
]
