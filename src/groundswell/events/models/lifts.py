"""Lifts: offered and wanted by those who come, matched by themselves."""

from django.db import models

from groundswell.events.models.sign_ups import SignUp


class Lift(models.Model):
    """A lift that somebody who comes offers or wants."""

    sign_up = models.OneToOneField(SignUp, models.CASCADE, related_name="lift")
    offers = models.BooleanField(help_text="Offers one; else wants one.")
    seats = models.PositiveSmallIntegerField(default=1)
    from_where = models.CharField(max_length=120, help_text="Roughly: a village, an estate.")
    contact = models.CharField(
        max_length=200, help_text="Shown to somebody once both have said yes to one another."
    )
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.from_where


class LiftMatch(models.Model):
    """One asks the other; once they agree both see how to reach one another."""

    offer = models.ForeignKey(Lift, models.CASCADE, related_name="matches_of_offer")
    wanted = models.ForeignKey(Lift, models.CASCADE, related_name="matches_of_wanted")
    asked_by_offer = models.BooleanField()
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "wanted"], name="event_lift_once")]

    def __str__(self) -> str:
        return f"{self.offer} → {self.wanted}"
