"""Files of past canvassing: what their columns hold, and what their cells mean."""
