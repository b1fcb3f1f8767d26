"""Rules on codes, ancestry and figures: plain Python."""
