"""Listens on every address of the network namespace it was started in, prints the port as JSON and ends with its input."""
import json
import random
import socket
import sys

listener = socket.create_server(('0.0.0.0', random.randrange(20000, 30000)))
print(json.dumps({'port': listener.getsockname()[1]}), flush=True)
sys.stdin.read()
