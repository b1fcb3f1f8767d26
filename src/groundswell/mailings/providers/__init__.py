"""What services that deliver our mail tell us about it afterwards."""

from groundswell.mailings.providers.reports import Report, Service, services

__all__ = ["Report", "Service", "services"]
