"""Fills a machine with processes, listeners and connections; ends when its standard input closes.

usage: listen_load.py '{"processes", "servers", "listeners", "udp", "descriptors", "connections"}'
Says "ready" when all of it is there. Listeners are spread evenly over the servers and over 127.0.0.1, ::1 and 0.0.0.0;
every process holds `descriptors` other files.
"""

import ctypes
import json
import os
import resource
import signal
import socket
import sys

load = json.loads(sys.argv[1])
libc = ctypes.CDLL(None)
libc.prctl(1, signal.SIGKILL)
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
addresses = ["127.0.0.1", "::1", "0.0.0.0"]


def share_of(total, index):
    return [number for number in range(total) if number % load["servers"] == index]


def listen(number, kind):
    address = addresses[number % len(addresses)]
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind)
    opened.bind((address, 0))
    if kind == socket.SOCK_STREAM:
        opened.listen(8)
    return opened


def run_server(index):
    keep = [listen(number, socket.SOCK_STREAM) for number in share_of(load["listeners"], index)]
    keep += [listen(number, socket.SOCK_DGRAM) for number in share_of(load["udp"], index)]
    return keep


def connect(count):
    server = socket.create_server(("127.0.0.1", 0), backlog=4096)
    keep = [server]
    for _ in range(count // 2):
        client = socket.socket()
        client.connect(server.getsockname())
        keep += [client, server.accept()[0]]
    return keep


reading, writing = os.pipe()
for index in range(load["processes"]):
    if os.fork() == 0:
        libc.prctl(1, signal.SIGKILL)
        os.close(0)
        files = [os.open(os.devnull, os.O_RDONLY) for _ in range(load["descriptors"])]
        held = run_server(index) if index < load["servers"] else []
        if index == 0 and load["connections"] > 0:
            held += connect(load["connections"])
        os.write(writing, b".")
        while True:
            signal.pause()
ready = 0
while ready < load["processes"]:
    ready += len(os.read(reading, 4096))
print("ready", flush=True)
sys.stdin.read()
