"""What this part asks of the machine beneath."""
