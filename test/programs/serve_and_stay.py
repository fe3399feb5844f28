"""serve_and_tell.py PORT ...: an ordinary server that says where it listens and looks at no input."""
import json
import os
import socket
import sys
import time

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen()
print(json.dumps({"pid": os.getpid(), "port": listener.getsockname()[1]}), flush=True)
while True:
    time.sleep(60)
