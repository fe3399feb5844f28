"""serve_shared.py PORT: a parent and its child that hold one socket together, on a port of one's choice."""
import json
import os
import socket
import sys
import time

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen()
child = os.fork()
if child:
    print(json.dumps({"pid": os.getpid(), "child": child}), flush=True)
while True:
    time.sleep(60)
