"""Listens and prints its port; after a line of input a child holds the socket alone, and its pid is printed.

Both end with their input, so also when the test run dies.
"""
import os
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
sys.stdin.readline()
child = os.fork()
if child > 0:
    listener.close()
    print(child, flush=True)
sys.stdin.read()
