"""What draws pictures."""
