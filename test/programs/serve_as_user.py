"""serve_as_user.py PORT UID: an ordinary server that gives up its rights for those of another user."""
import json
import os
import socket
import sys
import time

listener = socket.socket()
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen()
os.setresgid(int(sys.argv[2]), int(sys.argv[2]), int(sys.argv[2]))
os.setresuid(int(sys.argv[2]), int(sys.argv[2]), int(sys.argv[2]))
print(json.dumps({"pid": os.getpid(), "port": int(sys.argv[1])}), flush=True)
while True:
    time.sleep(60)
