"""
Holds a TCP port in a way that is not a plain listener: hold_oddly.py WAY [PORT]. Prints one line of JSON with the port, ends
with its input.

bound      binds and does not listen
outgoing   a connection whose own end is the port
closed     a connection from the port that was closed, so that the port is in TIME_WAIT
silent     listens, accepts and never says a word
"""
import json
import random
import socket
import sys

way = sys.argv[1]
wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 0
kept = []


def bind_any(address):
    for _ in range(50):
        one = socket.socket()
        try:
            one.bind((address, wanted or random.randrange(20000, 30000)))
            return one
        except OSError:
            one.close()
            if wanted:
                raise
    raise OSError('no port was free')


def connection_from_port():
    server = socket.create_server(('127.0.0.1', 0))
    client = bind_any('127.0.0.1')
    port = client.getsockname()[1]
    client.connect(server.getsockname())
    accepted, _ = server.accept()
    server.close()
    return client, accepted, port


if way == 'bound':
    kept = [bind_any('127.0.0.1')]
    port = kept[0].getsockname()[1]
elif way == 'outgoing':
    client, accepted, port = connection_from_port()
    kept = [client, accepted]
elif way == 'closed':
    client, accepted, port = connection_from_port()
    client.close()
    accepted.recv(1)
    accepted.close()
else:
    kept = [bind_any('127.0.0.1')]
    kept[0].listen()
    port = kept[0].getsockname()[1]

print(json.dumps({'port': port}), flush=True)
sys.stdin.read()
