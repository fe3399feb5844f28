"""Ends a child that listens and gives its pid to another one; ends when its standard input closes.

First line: {"pid", "port"}. Every line of input asks for a successor; the answer is {"pid", "port"} or {"refused"}.
"""

import ctypes
import json
import os
import select
import signal
import socket
import sys
import time

libc = ctypes.CDLL(None)
libc.prctl(1, signal.SIGKILL)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
attempts = 200


def listen_in_child(name):
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        libc.prctl(1, signal.SIGKILL)
        libc.prctl(15, name)
        os.close(writing)
        while True:
            signal.pause()
    os.close(writing)
    os.read(reading, 1)  # returns when the child has its name
    os.close(reading)
    port = listener.getsockname()[1]
    listener.close()
    return pid, port


def end(pid):
    watch = os.pidfd_open(pid)
    os.kill(pid, signal.SIGKILL)
    select.select([watch], [], [])
    os.close(watch)
    while os.path.exists(f"/proc/{pid}"):
        time.sleep(0.001)


def succeed(pid):
    """Another process may be faster and get the pid: then it is tried again."""
    end(pid)
    time.sleep(0.05)  # start times are told in hundredths of a second
    for _ in range(attempts):
        with open("/proc/sys/kernel/ns_last_pid", "w") as last:
            last.write(str(pid - 1))
        successor, port = listen_in_child(b"successor")
        if successor == pid:
            return {"pid": successor, "port": port}
        end(successor)
    return {"refused": f"pid {pid} was taken {attempts} times"}


pid, port = listen_in_child(b"predecessor")
print(json.dumps({"pid": pid, "port": port}), flush=True)
for _ in sys.stdin:
    try:
        print(json.dumps(succeed(pid)), flush=True)
    except OSError as error:
        print(json.dumps({"refused": str(error)}), flush=True)
os.kill(pid, signal.SIGKILL)
