"""forked_pair.py: a parent and a child that hold one listening socket. Node cannot fork, so this is Python."""

import json
import os
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0))
parent = os.getpid()
child = os.fork()
if child == 0:
    # Its own end of the input tells the child too when the test run is over.
    sys.stdin.buffer.read()
    os._exit(0)
print(json.dumps({"pid": parent, "child": child, "port": listener.getsockname()[1]}), flush=True)
sys.stdin.buffer.read()
