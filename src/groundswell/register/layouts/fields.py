"""What a column of a register can hold."""

ADDRESS_LINES = tuple(f"address_{n}" for n in range(1, 10))

FIELDS = (
    "whole_number",
    "prefix",
    "number",
    "number_suffix",
    "state_number",
    "operation",
    "created_month",
    "changed_month",
    "deleted_month",
    "markers",
    "age_date",
    "attains_on",
    "born_on",
    "birth_year",
    "full_name",
    "title",
    "forename",
    "middle_names",
    "surname",
    "name_suffix",
    *ADDRESS_LINES,
    "postcode",
    "uprn",
    "party",
    "withheld",
    "absent_vote",
)
