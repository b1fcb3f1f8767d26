"""The pages of scripts, canvass codes and an elector's timeline."""
