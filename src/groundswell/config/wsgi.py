"""The entry for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
application = get_wsgi_application()

# What is loaded by now stays for good, and what a request makes is gone at its end without the
# collector: looking through either every few hundred objects is work for nothing.
_OBJECTS_BETWEEN_COLLECTIONS = 20_000
gc.collect()
gc.freeze()
gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
