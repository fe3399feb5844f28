"""serve_clients.py PORT COUNT: says `ready` once COUNT clients are connected, and keeps them. Ends with its input."""

import socket
import sys

listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
clients = [listener.accept()[0] for _ in range(int(sys.argv[2]))]
print("ready", flush=True)
sys.stdin.buffer.read()
