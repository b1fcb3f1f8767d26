"""Files of contact details: telephone numbers, e-mail addresses, tags, who agreed to what.

Rows pass in chunks: read, matched to electors, checked against those who want no contact, and
written to a plan beside the upload. Applying writes the plan in one transaction.
"""
