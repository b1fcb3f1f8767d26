"""``serve``: the site and its worker under one supervisor."""

import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.config.static_files import collect_what_changed
from groundswell.config.supervisor import Program, Supervisor


class Command(BaseCommand):
    """Brings the database up to date, then runs web server and worker until stopped."""

    help = "Run the site and its worker until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=8000, help="Port to listen on (8000).")
        parser.add_argument(
            "--host",
            default="127.0.0.1",
            help="Address to listen on (127.0.0.1: this machine only).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until SIGTERM or Ctrl-C."""
        host, port = options["host"], options["port"]
        _refuse_a_taken_port(host, port)
        call_command("migrate", verbosity=0, interactive=False)
        collect_what_changed()
        self.stdout.write(f"Groundswell listens on http://{host}:{port} (Ctrl-C stops it)")
        self.stdout.flush()
        Supervisor(programs(host, port), self.stderr.write).run()


def programs(host: str, port: int) -> list[Program]:
    """What an installation consists of: the web server on this address and the worker."""
    return [_web(host, port), _worker()]


def _refuse_a_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as trouble:
            raise CommandError(
                f"Cannot listen on {host}:{port} ({trouble.strerror}): choose another with --port."
            ) from trouble


def _web(host: str, port: int) -> Program:
    bound = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return Program(
        "web server",
        [
            *(sys.executable, "-m", "gunicorn", "groundswell.config.wsgi:application"),
            *("--bind", bound),
            *("--workers", str(settings.ENVIRONMENT.web_workers)),
            *("--worker-class", "gthread", "--threads", str(settings.ENVIRONMENT.web_threads)),
            *("--keep-alive", "15", "--graceful-timeout", "15", "--log-level", "warning"),
            "--no-control-socket",
            "--preload",  # the workers share what is loaded once: quicker start, less memory
        ],
    )


def _worker() -> Program:
    return Program("worker", [sys.executable, "-m", "groundswell", "work"])
