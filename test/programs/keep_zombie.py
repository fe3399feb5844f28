"""keep_zombie.py NODE PROGRAM: starts a server and never collects it when it ended."""

import subprocess
import sys

child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
sys.stdout.buffer.write(child.stdout.readline())
sys.stdout.flush()
sys.stdin.buffer.read()
