"""The app, and the pages of the desk behind it."""
