"""Listens and prints its port; after a line of input a child takes the socket over and its pid is printed.

Both end with the input, so also when the test run dies.
"""
import os
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
sys.stdin.readline()
readable, writable = os.pipe()
child = os.fork()
if child > 0:
    os.close(readable)
    listener.close()
    print(child, flush=True)
    sys.stdin.read()
else:
    os.close(writable)
    os.read(readable, 1)
os._exit(0)
