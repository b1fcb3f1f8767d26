"""Handing many mails to the mail server so that a crash neither loses nor doubles one.

See docs/explain/sending-mail.md for what is promised and where the last gap is.
"""
