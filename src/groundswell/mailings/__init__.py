"""E-mail to members and supporters who agreed."""
