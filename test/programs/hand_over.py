"""Listens and prints its port; after a line of input a child takes the socket over, its pid is printed, and this one ends.

The child ends with its input, so also when the test run dies.
"""
import os
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
sys.stdin.readline()
child = os.fork()
if child > 0:
    print(child, flush=True)
    os._exit(0)
sys.stdin.read()
