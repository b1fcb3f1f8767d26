"""Telephone numbers: kept as E.164, shown as people read them."""

import phonenumbers
from django.conf import settings
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused


def to_e164(text: str, region: str = "") -> str:
    """The number as ``+441632960001``; refuses what no telephone could ring.

    Asks whether the number is possible, not whether it is allotted: the numbers that Ofcom keeps
    for drama are possible and never allotted, and tests use nothing else. A number without its
    area code is refused.
    """
    try:
        number = phonenumbers.parse(text, region or settings.ENVIRONMENT.country)
    except phonenumbers.NumberParseException:
        number = None
    possible = phonenumbers.ValidationResult.IS_POSSIBLE
    if number is None or phonenumbers.is_possible_number_with_reason(number) != possible:
        raise Refused(
            _("“%(number)s” is not a telephone number: check the digits and try again.")
            % {"number": text.strip()}
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def readable(e164: str) -> str:
    """The number with spaces, nationally where it is a number of this country."""
    number = phonenumbers.parse(e164, None)
    home = phonenumbers.country_code_for_region(settings.ENVIRONMENT.country)
    style = phonenumbers.PhoneNumberFormat
    form = style.NATIONAL if number.country_code == home else style.INTERNATIONAL
    return phonenumbers.format_number(number, form)
