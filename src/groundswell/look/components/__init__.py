"""What the tags of ``{% load look %}`` hand to their templates, by what they are for."""
