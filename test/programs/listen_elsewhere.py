"""Listens on 0.0.0.0 and a given port in a network namespace of its own; ends when its standard input closes.

usage: listen_elsewhere.py PORT; says {"pid"} or, where the system does not allow it, {"refused"}
"""

import ctypes
import json
import os
import signal
import socket
import sys

CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(1, signal.SIGKILL)
if libc.unshare(CLONE_NEWNET) != 0 and libc.unshare(CLONE_NEWNET | CLONE_NEWUSER) != 0:
    print(json.dumps({"refused": os.strerror(ctypes.get_errno())}), flush=True)
    sys.exit()
listener = socket.socket()
listener.bind(("0.0.0.0", int(sys.argv[1])))
listener.listen()
print(json.dumps({"pid": os.getpid()}), flush=True)
sys.stdin.read()
