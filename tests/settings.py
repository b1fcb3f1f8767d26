"""The site's own settings in a throwaway home, one for each test process.

The database is a real file, or PostgreSQL where ``GROUNDSWELL_TEST_POSTGRES`` gives its address, so
that other threads and server processes see what a test commits.
"""

import atexit
import os
import shutil

from tests.space import new_folder

for _name in [name for name in os.environ if name.startswith("GROUNDSWELL_")]:
    if not _name.startswith("GROUNDSWELL_TEST_"):
        del os.environ[_name]
_home = new_folder("home")
(_home / "static").mkdir()
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ |= {
    "GROUNDSWELL_HOME": str(_home),
    "GROUNDSWELL_SECRET_KEY": "only-for-tests-and-never-for-a-site-that-holds-real-people",
    "GROUNDSWELL_DATABASE_URL": os.environ.get("GROUNDSWELL_TEST_POSTGRES", ""),
    "GROUNDSWELL_ORGANISATION_NAME": "The Test Party",
    "GROUNDSWELL_LOG_LEVEL": "WARNING",
}

from groundswell.config.settings import *  # noqa: E402, F403 - after the home is known; all of them
from groundswell.config.settings import DATABASES, STORAGES  # noqa: E402 - changed below

_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"] = {"NAME": _database["NAME"]}
else:
    _database["TEST"] = {"NAME": f"test_{_database['NAME']}_{os.getpid()}"}
_database["TEST"]["MIGRATE"] = False  # see tests/tables.py
_database["CONN_MAX_AGE"] = 0
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
