"""The WSGI door that granian serves."""

import multiprocessing
import os
import signal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")

from django.core.wsgi import get_wsgi_application

from motcua.base.process import die_with_parent

# granian's workers outlive a killed parent and go on serving (measured): the kernel ends them instead.
# SIGKILL: with SIGTERM one process was once seen alive 15 s after its supervisor's end
if parent := multiprocessing.parent_process():
    die_with_parent(parent.pid or 0, signal.SIGKILL)

application = get_wsgi_application()
