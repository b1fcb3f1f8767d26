"""What can be asked about cases and offers."""
