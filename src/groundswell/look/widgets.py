"""Form controls that bring up the right keyboard and let phones and password managers help."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """A date, by the browser's own picker."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """A date and a time together."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class _Helped(forms.TextInput):
    help_for_browsers: dict[str, str] = {}

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({**self.help_for_browsers, **(attrs or {})})


class PhoneInput(_Helped):
    """A telephone number as people write it."""

    input_type = "tel"
    help_for_browsers = {"autocomplete": "tel", "inputmode": "tel"}


class EmailInput(_Helped):
    """The visitor's own e-mail address."""

    input_type = "email"
    help_for_browsers = {"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}


class OneTimeCodeInput(_Helped):
    """A code from a message; pasting it is welcome."""

    help_for_browsers = {
        "autocomplete": "one-time-code",
        "spellcheck": "false",
        "autocapitalize": "characters",
    }


class PostcodeInput(_Helped):
    """A postcode."""

    help_for_browsers = {
        "autocomplete": "postal-code",
        "autocapitalize": "characters",
        "spellcheck": "false",
    }


class WholeNumberInput(_Helped):
    """A whole number, typed: no arrows that a scroll may turn."""

    help_for_browsers = {"inputmode": "numeric", "pattern": "[0-9]*"}


class ChoiceButtons(forms.RadioSelect):
    """One of a few, as large buttons."""

    template_name = "look/widgets/choice_buttons.html"
