"""The pages of this part, and what the supporter's device asks for."""
