"""Word of mouth."""
