"""What the caller's page is told, and where a conversation stands."""
