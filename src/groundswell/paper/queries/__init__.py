"""What can be asked about paper."""
