"""detach_and_serve.py PORT child|daemon: a child holds the port; as a daemon the first process ends."""
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
    listener.close()
    if sys.argv[2] == "daemon":
        os._exit(0)
    os.waitpid(child, 0)
else:
    if sys.argv[2] == "daemon":
        os.setsid()
    print(json.dumps({"pid": os.getpid(), "port": int(sys.argv[1])}), flush=True)
    while True:
        time.sleep(60)
