"""serve_two.py PORT PORT: one program on two ports."""
import json
import os
import socket
import sys
import time

listeners = []
for port in sys.argv[1:3]:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", int(port)))
    listener.listen()
    listeners.append(listener)
print(json.dumps({"pid": os.getpid(), "port": int(sys.argv[1])}), flush=True)
while True:
    time.sleep(60)
