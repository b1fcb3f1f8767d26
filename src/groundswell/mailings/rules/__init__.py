"""Pure rules of mailings."""
