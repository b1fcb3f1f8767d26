"""The form on which somebody names the columns of a file that we do not know."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.register.layouts import GuessedColumn

_MOST_SAMPLES = 3


class ColumnField(forms.ChoiceField):
    """What a column holds; ``samples`` are some of its values, shown beside it."""

    def __init__(self, *args: Any, samples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.samples = [sample for sample in samples if sample][:_MOST_SAMPLES]


class ColumnsForm(forms.Form):
    """One choice for each column of the file, guessed as well as we could."""

    save_as = forms.CharField(
        label=gettext_lazy("Keep these names as"),
        help_text=gettext_lazy("The next file with the same headings is then read at once."),
        max_length=120,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        columns: Sequence[GuessedColumn],
        fields: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("not used")), *fields]
        for column in columns:
            self.fields[self.name_of(column.position)] = ColumnField(
                label=column.heading or _("Column %(number)d") % {"number": column.position + 1},
                choices=choices,
                initial=column.field,
                required=False,
                samples=column.samples,
            )
        self.order_fields([*(name for name in self.fields if name != "save_as"), "save_as"])

    def column_fields(self) -> list[forms.BoundField]:
        """The choices, one for each column of the file, in its order."""
        return [self[name] for name in self.fields if name.startswith("column-")]

    @staticmethod
    def name_of(position: int) -> str:
        """The form field of a column."""
        return f"column-{position}"

    def named_columns(self) -> dict[str, str]:
        """Position of each column → the field it holds, or an empty string."""
        return {
            name.removeprefix("column-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("column-")
        }
