"""What a contact is, how attempts add up to what we know, and how a script asks: no Django here."""
