"""Opens one listener of every kind, tells on one JSON line what there is, and ends when its standard input closes.

{"listeners": [{"protocol", "address", "port", "owners": [{"pid", "name"}]}]}
"""

import ctypes
import json
import os
import signal
import socket
import sys

PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15
libc = ctypes.CDLL(None)
listeners = []


def open_socket(address, port=0, kind=socket.SOCK_STREAM, share=False, v6only=True):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    opened = socket.socket(family, kind)
    if family == socket.AF_INET6:
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6only)
    if share:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    opened.bind((address, port))
    if kind == socket.SOCK_STREAM:
        opened.listen(8)
    return opened


def start(name, work):
    """Runs `work` in a child called `name`; returns (pid, what work returned)."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid > 0:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            return pid, json.loads(pipe.readline())
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    libc.prctl(PR_SET_NAME, name)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    result, keep = work()
    os.write(writing, (json.dumps(result) + "\n").encode())
    os.close(writing)
    while keep:
        signal.pause()


def listen(name, address, port=0, **options):
    """A child of its own that listens; returns its port."""

    def work():
        opened = open_socket(address, port, **options)
        return opened.getsockname()[1], [opened]

    pid, bound = start(name.encode(), work)
    return note(address, bound, [(pid, name)], options.get("kind", socket.SOCK_STREAM))


def note(address, port, owners, kind=socket.SOCK_STREAM):
    listeners.append(
        {
            "protocol": "tcp" if kind == socket.SOCK_STREAM else "udp",
            "address": address,
            "port": port,
            "owners": [{"pid": pid, "name": name} for pid, name in sorted(owners)],
        }
    )
    return port


def share_by_reuseport():
    port = None
    owners = []
    for name in ("reuse-1", "reuse-2"):

        def work():
            opened = open_socket("127.0.0.1", port or 0, share=True)
            return opened.getsockname()[1], [opened]

        pid, port = start(name.encode(), work)
        owners.append((pid, name))
    note("127.0.0.1", port, owners)


def share_by_fork():
    def parent():
        opened = open_socket("127.0.0.1")
        child, _ = start(b"fork-child", lambda: (None, [opened]))
        return [opened.getsockname()[1], child], [opened]

    pid, (port, child) = start(b"fork-parent", parent)
    note("127.0.0.1", port, [(pid, "fork-parent"), (child, "fork-child")])


both = listen("only-v4", "127.0.0.1")
listen("only-v6", "::1", both)
second = listen("second-address", "127.0.0.2")
listen("third-address", "127.0.0.3", second)
share_by_reuseport()
share_by_fork()
listen("every-v4", "0.0.0.0")
listen("dual-stack", "::", v6only=False)
listen("mapped", "::ffff:127.0.0.1", v6only=False)
listen("my (app) x", "127.0.0.1")
listen("café", "127.0.0.1")
# 14 bytes and a character of two: the kernel keeps its first half.
cut = listen("fourteen-bytesé", "127.0.0.1")
listeners[-1]["owners"][0]["name"] = "fourteen-bytes"
listen("udp-v4", "127.0.0.1", kind=socket.SOCK_DGRAM)
listen("udp-v6", "::1", kind=socket.SOCK_DGRAM)

print(json.dumps({"listeners": listeners}), flush=True)
sys.stdin.read()
