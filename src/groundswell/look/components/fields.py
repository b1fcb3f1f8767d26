"""Pieces of a form."""

from typing import Any

from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString


def field(bound: BoundField) -> SafeString:
    """Label, hint, error and control of one field."""
    return bound.as_field_group()


def is_optional(bound: BoundField) -> bool:
    """Worth saying that it may be left out: others in the same form may not."""
    return not bound.field.required and any(other.required for other in bound.form.fields.values())


def form_errors(form: BaseForm) -> dict[str, Any]:
    """The box above a form that names each field to put right."""
    wrong = [bound for bound in form.visible_fields() if bound.errors]
    hidden = [error for bound in form.hidden_fields() for error in bound.errors]
    return {"form": form, "wrong": wrong, "loose": [*form.non_field_errors(), *hidden]}
