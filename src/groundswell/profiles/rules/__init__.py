"""Rules on addresses, links and time: plain Python."""
