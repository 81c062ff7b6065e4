"""How gunicorn serves NovaMart. BIND and PORT say where (127.0.0.1:8050), WEB_CONCURRENCY how many workers (2).

What slow clients send is best buffered by a proxy in front (Heroku's and Render's router, nginx, Caddy).
"""

import gc
import importlib
import logging
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from web import workers as processes
from web.start import settings_or_exit

settings = settings_or_exit(os.environ)
if settings.on_loopback:
    os.environ["NOVAMART_SECRET_KEY"] = settings.secret_key or secrets.token_hex(32)

bind = processes.address(settings)
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 8
timeout = 30
graceful_timeout = 25
# A connection that is kept stays with one worker: what a page asks at once would wait there while the other is idle.
keepalive = 0
max_requests = 5000
max_requests_jitter = 500
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190
backlog = 256
preload_app = False
control_socket_disable = True
loglevel = {"info": "warning"}.get(settings.log_level, settings.log_level)
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

jobs: list[subprocess.Popen[bytes]] = []


def on_starting(server: Any) -> None:  # noqa: ANN401
    """Check the addresses it will really listen on."""
    processes.adopt(server.cfg.address, settings, os.environ)


def when_ready(server: Any) -> None:  # noqa: ANN401
    """Log at the level that is set; import once, before the fork, what every worker needs; build what is missing."""
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(message)s")
    for library in ("numpy", "pandas", "plotly.graph_objects", "duckdb", "dash", "flask_compress"):
        importlib.import_module(library)
    jobs.extend(processes.start_jobs(settings, os.environ))


def post_worker_init(worker: Any) -> None:  # noqa: ANN401
    """Serve no one before the first requests were answered."""
    well = processes.warm(worker.wsgi, settings)
    # What is there now stays: without it, looking for garbage takes a few milliseconds, not a fifth of a second.
    gc.freeze()
    if worker.age == 1 and well:
        sys.stdout.write(f"{settings.brand} is ready on {', '.join(map(str, worker.sockets))}\n")
        sys.stdout.flush()


def on_exit(server: Any) -> None:  # noqa: ANN401
    """Take the unfinished jobs along."""
    for job in jobs:
        job.terminate()
