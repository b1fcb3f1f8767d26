"""Pages of word of mouth."""
