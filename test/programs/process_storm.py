"""Starts processes that end at once, without a pause, until its standard input closes."""

import ctypes
import os
import select
import signal
import sys

ctypes.CDLL(None).prctl(1, signal.SIGKILL)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print("started", flush=True)
while not select.select([sys.stdin], [], [], 0)[0]:
    if os.fork() == 0:
        os._exit(0)
