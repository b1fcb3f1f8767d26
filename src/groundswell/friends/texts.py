"""What the page says, in the visitor's language; the script fills what stands in braces."""

from django.utils.translation import gettext as _


def texts() -> dict[str, str]:
    """Every sentence of the page's script by its name."""
    return _adding() | _listing() | _speaking() | _sharing() | _keeping()


def groups() -> dict[str, dict[str, str]]:
    """The four answers to "How did it go?", and the days to come back."""
    return {
        "outcomes": {
            "talked": _("We talked"),
            "no_answer": _("No answer yet"),
            "later": _("Come back later"),
            "rather_not": _("Would rather not"),
        },
        "again": {
            "1": _("Tomorrow"),
            "3": _("In three days"),
            "7": _("In a week"),
            "21": _("In three weeks"),
        },
        "consents": {
            "phone": _("“Yes, they may ring me.”"),
            "text": _("“Yes, they may text me.”"),
            "email": _("“Yes, they may e-mail me.”"),
        },
    }


def _adding() -> dict[str, str]:
    return {
        "promise": _("Your address book stays on this device. We never see it."),
        "promise_more": _(
            "Names and numbers are never sent anywhere. What you note stays here, sealed; you "
            "decide friend by friend what the campaign may know."
        ),
        "five_title": _("Five friends"),
        "five_words": _("Whom would you ring tonight? Type a name, and another."),
        "five_place": _("Name of a friend"),
        "five_phone": _("Phone or e-mail (if you like)"),
        "five_count": _("{count} of 5"),
        "add": _("Add"),
        "pick": _("Pick from my contacts"),
        "file": _("Open a contacts file"),
        "file_hint": _(
            "As your phone, Google or Outlook save it (.vcf or .csv). "
            "It is read here, in your browser."
        ),
        "reading": _("Reading your contacts…"),
        "none_read": _("No contacts were found in this file. Export them as vCard or CSV."),
        "matching": _("Working out who matters most, on this device: {done} of {all}"),
        "match_failed": _("Who matters most could not be worked out just now: {why}"),
        "try_again": _("Try again"),
        "no_opening": _(
            "Nothing is open for matching in your area just now. Your own friends matter all the "
            "same: choose whom to speak to."
        ),
        "loaded": _("{count} contacts read on this device; {now} matter most now."),
        "offline": _("no connection"),
    }


def _listing() -> dict[str, str]:
    return {
        "due": _("Come back to"),
        "mine": _("Your friends"),
        "now": _("Matter most now"),
        "near": _("Do they live round here?"),
        "yes": _("Yes"),
        "no": _("No"),
        "others": _("The rest of your contacts"),
        "show_all": _("Show all {count}"),
        "find": _("Find a contact"),
        "more": _("{count} more: find them by name"),
        "matters": _("Matters most now"),
        "to_write": _("To write to"),
        "written": _("Written to"),
        "open": _("Open"),
    }


def _speaking() -> dict[str, str]:
    return {
        "back": _("Back to your friends"),
        "message": _("Your message"),
        "own_words": _("Make it yours: a word only you would say does more than any slogan."),
        "suggested": _("Suggested by {organisation}"),
        "own": _("In your own words"),
        "start_own": _("Hello {friend}, it is {me}. "),
        "sms": _("Text"),
        "whatsapp": _("WhatsApp"),
        "email": _("E-mail"),
        "call": _("Ring"),
        "share_sheet": _("Share…"),
        "copy": _("Copy"),
        "copied": _("Copied"),
        "sent_by_you": _("It goes from your own phone. We send nothing."),
        "subject": _("Hello {friend}"),
        "how": _("How did it go?"),
        "note": _("Note to yourself"),
        "noted": _("Noted on this device"),
        "again": _("Come back to {name}"),
        "again_on": _("Reminder for {day}"),
        "calendar": _("Put it in my calendar"),
        "calendar_words": _("Come back to {name}"),
        "not_again": _("No reminder"),
        "phone_label": _("Phone"),
        "email_label": _("E-mail address"),
        "postcode_label": _("Postcode"),
        "details": _("Their number, e-mail, postcode"),
        "remove": _("Take {name} off this list"),
    }


def _sharing() -> dict[str, str]:
    return {
        "share_title": _("What may the campaign know of {name}?"),
        "only_me": _("Only me"),
        "shared": _("Shared"),
        "share_none": _("Nothing. It all stays with you."),
        "share_ask": _("Ask {name} first. Share only what they are happy with."),
        "share_agreed": _("{name} knows and does not mind"),
        "share_outcome": _("Their name and that we were in touch"),
        "share_view": _("How they mean to vote"),
        "share_phone": _("Their phone number"),
        "share_email": _("Their e-mail address"),
        "share_postcode": _("Their postcode"),
        "share_leave": _("They want the campaign to leave them alone"),
        "share_consent": _("Did they say so?"),
        "view_ask": _("How do they mean to vote?"),
        "share_now": _("Share this with the campaign"),
        "share_done": _("Shared with the campaign"),
        "share_back": _("Take it back"),
        "share_waiting": _("Will be shared once there is a connection"),
        "share_failed": _("Not shared: {why}"),
        "share_first": _("First note how it went."),
    }


def _keeping() -> dict[str, str]:
    return {
        "wipe": _("Wipe everything from this device"),
        "wipe_sure": _("Wipe all friends and notes from this device? This cannot be undone."),
        "wiped": _("Wiped. Nothing of it is on this device any more."),
        "cancel": _("Cancel"),
        "no_store": _("This browser keeps nothing: what you note is gone when you leave the page."),
    }
