"""Writing one's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.profiles import registry
from groundswell.profiles.models import Page
from groundswell.profiles.rules.links import read_links, write_links

_AREA = {"rows": 5}


class PageForm(forms.Form):
    """Everything on the page but the photograph."""

    visibility = forms.ChoiceField(
        label=gettext_lazy("Who may see your page"),
        choices=Page.Visibility,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("You can change this at any time; it holds at once."),
    )
    why = forms.CharField(
        label=gettext_lazy("Why I support this"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(_AREA),
    )
    words = forms.CharField(
        label=gettext_lazy("About me, in my own words"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(_AREA),
        help_text=gettext_lazy("**bold**, *slanted* and lists are shown as such."),
    )
    links = forms.CharField(
        label=gettext_lazy("Links"),
        max_length=2500,
        required=False,
        widget=forms.Textarea({"rows": 3, "inputmode": "url", "autocapitalize": "none"}),
        help_text=gettext_lazy("One a line, with a name before it if you like."),
    )
    shown_sections = forms.MultipleChoiceField(
        label=gettext_lazy("Also on my page"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, page: Page | None, **kwargs: Any) -> None:
        known = [(part.name, str(part.title)) for part in registry.page_sections()]
        kwargs["initial"] = _told(page, [name for name, _title in known])
        super().__init__(*args, **kwargs)
        shown = self.fields["shown_sections"]
        if isinstance(shown, forms.MultipleChoiceField) and known:
            shown.choices = known
        else:
            del self.fields["shown_sections"]

    def clean_links(self) -> list[tuple[str, str]]:
        """The lines as links; a line that is none is named."""
        found, wrong = read_links(self.cleaned_data["links"])
        if wrong:
            raise forms.ValidationError(
                _("This is no address of a page: %(line)s") % {"line": wrong[0][:80]}
            )
        return found

    def hidden_sections(self) -> list[str]:
        """Those sections that were not ticked."""
        ticked = self.cleaned_data.get("shown_sections", [])
        return [part.name for part in registry.page_sections() if part.name not in ticked]


def _told(page: Page | None, sections: list[str]) -> dict[str, Any]:
    if page is None:
        return {"visibility": Page.Visibility.PRIVATE, "shown_sections": sections}
    return {
        "visibility": page.visibility,
        "words": page.words,
        "why": page.why,
        "links": write_links([(label, address) for label, address in page.links]),
        "shown_sections": [name for name in sections if name not in page.hidden_sections],
    }
