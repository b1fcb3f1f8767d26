"""``{% load look %}``: the components. Shown in all their states at /look/."""

from django import template

from groundswell.look.components import actions, boxes, fields, figures
from groundswell.look.pictograms import icon
from groundswell.look.remembering import remembered

register = template.Library()

register.simple_tag(icon)
register.simple_tag(fields.field)
register.filter(fields.is_optional)

for often in (actions.button, actions.choice):
    register.simple_tag(remembered(often))

for leaf in (
    actions.copy_button,
    fields.form_errors,
    figures.progress,
    figures.stat,
    figures.tabs,
    figures.steps,
    figures.chip,
    figures.chart,
):
    register.inclusion_tag(f"look/components/{leaf.__name__}.html")(leaf)

for asking in (actions.post_button, actions.undo_bar, figures.pager):
    register.inclusion_tag(f"look/components/{asking.__name__}.html", takes_context=True)(asking)

for box in (
    boxes.card,
    boxes.callout,
    boxes.table_wrap,
    boxes.empty_state,
    boxes.timeline,
    boxes.timeline_entry,
    boxes.dialog,
    boxes.disclosure,
    boxes.say,
    boxes.note_for_caller,
):
    register.simple_block_tag(box)
