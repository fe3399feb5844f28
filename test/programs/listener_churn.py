"""Opens, closes, shares and passes on listeners at random and writes down the truth.

usage: listener_churn.py SEED

Every line on standard input is a number of random operations; the answer is one JSON line with what is true then:
{"members": [pid], "sockets": [[protocol, address, port, [[pid, name]]]], "done": {operation: times}}
Ends, with all its processes, when its standard input closes.
"""

import ctypes
import json
import os
import random
import select
import signal
import socket
import sys

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NAME, PR_SET_CHILD_SUBREAPER = 1, 4, 15, 36
CLONE_NEWNET = 0x40000000
NOBODY = 65534
libc = ctypes.CDLL(None, use_errno=True)
chance = random.Random(int(sys.argv[1]))
is_root = os.geteuid() == 0


# ---- inside a member: a process that does what it is told ----


def serve(channel):
    sockets, files = [], []
    while True:
        message, descriptors, _, _ = socket.recv_fds(channel, 65536, 2)
        if not message:
            os._exit(0)
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)
        order = json.loads(message)
        answer = {}
        work = order["do"]
        if work == "listen":
            answer = add_listener(sockets, order)
        elif work == "close":
            take_out(sockets, order["inode"]).close()
        elif work == "swap":
            take_out(sockets, order["inode"]).close()
            answer = add_listener(sockets, order)
        elif work == "open-files":
            files += [os.open(os.devnull, os.O_RDONLY) for _ in range(order["count"])]
        elif work == "close-files":
            while files:
                os.close(files.pop())
        elif work == "file-to-listener":
            os.close(files.pop() if files else os.open(os.devnull, os.O_RDONLY))
            answer = add_listener(sockets, order)
        elif work == "duplicate":
            sockets.append(find(sockets, order["inode"]).dup())
        elif work == "shut-down":
            find(sockets, order["inode"]).shutdown(socket.SHUT_RDWR)
        elif work == "give":
            given = take_out(sockets, order["inode"])
            socket.send_fds(channel, [b"{}"], [given.fileno()])
            given.close()
            continue
        elif work == "take":
            sockets.append(socket.socket(fileno=descriptors[0]))
        elif work == "fork":
            inherited = socket.socket(fileno=descriptors[0])
            if os.fork() == 0:
                channel.close()
                begin(inherited, order["name"])
                channel = inherited
                continue
            inherited.close()
        elif work == "exec":
            for one in sockets:
                one.set_inheritable(True)
            os.execv("/bin/sleep", ["/bin/sleep", "3600"])
        elif work == "become-nobody" and os.geteuid() == 0:
            os.setgroups([])
            os.setuid(NOBODY)
        channel.send(json.dumps(answer).encode())


def begin(channel, name):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    libc.prctl(PR_SET_NAME, name.encode())
    channel.send(json.dumps({"pid": os.getpid()}).encode())


def add_listener(sockets, order):
    kind = socket.SOCK_DGRAM if order["protocol"] == "udp" else socket.SOCK_STREAM
    opened = socket.socket(socket.AF_INET6 if ":" in order["address"] else socket.AF_INET, kind)
    if order["share"]:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        opened.bind((order["address"], order["port"]))
    except OSError:
        opened.close()
        return {}
    if kind == socket.SOCK_STREAM:
        opened.listen(8)
    sockets.append(opened)
    return {"inode": os.fstat(opened.fileno()).st_ino, "port": opened.getsockname()[1]}


def find(sockets, inode):
    return next(one for one in sockets if os.fstat(one.fileno()).st_ino == inode)


def take_out(sockets, inode):
    found = find(sockets, inode)
    sockets.remove(found)
    return found


# ---- the conductor: gives orders and knows the truth ----


class Member:
    def __init__(self, pid, channel, name):
        self.pid, self.channel, self.name = pid, channel, name
        self.inodes = []  # one entry per descriptor
        self.obeys = True
        self.is_elsewhere = False  # in another network namespace
        self.is_our_child = True

    def ask(self, descriptors=(), **order):
        socket.send_fds(self.channel, [json.dumps(order).encode()], list(descriptors))
        message, gifts, _, _ = socket.recv_fds(self.channel, 65536, 2)
        return json.loads(message or b"{}"), gifts


members = {}
sockets = {}  # inode -> (protocol, address, port), listening ones only
done = {}
shared_port = 0
names = 0


def new_name():
    global names
    names += 1
    return f"churn ({names})"


def spawn(uid=None, elsewhere=False):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    name = new_name()
    if os.fork() == 0:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        for one in [ours, *(member.channel for member in members.values())]:
            one.close()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        if elsewhere:
            libc.unshare(CLONE_NEWNET)
        if uid is not None:
            os.setgroups([])
            os.setuid(uid)
            # A process that changed its user may not be looked into by that user unless it says so.
            libc.prctl(PR_SET_DUMPABLE, 1)
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # changing the user cleared it
        begin(theirs, name)
        try:
            serve(theirs)
        finally:
            os._exit(1)
    theirs.close()
    return welcome(ours, name, elsewhere)


def welcome(channel, name, elsewhere=False):
    pid = json.loads(channel.recv(4096))["pid"]
    member = members[pid] = Member(pid, channel, name)
    member.is_elsewhere = elsewhere
    return member


def end(member):
    watch = os.pidfd_open(member.pid)
    os.kill(member.pid, signal.SIGKILL)
    select.select([watch], [], [])
    os.close(watch)
    member.channel.close()
    del members[member.pid]


def note_listener(member, answer, protocol, address):
    if "inode" in answer:
        member.inodes.append(answer["inode"])
        if not member.is_elsewhere:
            sockets[answer["inode"]] = (protocol, address, answer["port"])
        return answer["port"]
    return 0


def some_address():
    return chance.choice(["127.0.0.1", "127.0.0.1", "127.0.0.2", "0.0.0.0", "::1", "::"])


def listen(member, work="listen", port=0, share=False, address=None, **order):
    address = address or some_address()
    protocol = chance.choice(["tcp", "tcp", "tcp", "udp"]) if not share else "tcp"
    answer, _ = member.ask(do=work, protocol=protocol, address=address, port=port, share=share, **order)
    return note_listener(member, answer, protocol, address)


def do_listen(member):
    listen(member)


def do_share(member):
    global shared_port
    shared_port = listen(member, port=shared_port, share=True, address="127.0.0.1") or shared_port


def do_close(member):
    if member.inodes:
        inode = member.inodes.pop(chance.randrange(len(member.inodes)))
        member.ask(do="close", inode=inode)


def do_swap(member):
    if member.inodes:
        inode = member.inodes.pop(chance.randrange(len(member.inodes)))
        listen(member, "swap", inode=inode)


def do_files(member):
    member.ask(do=chance.choice(["open-files", "close-files"]), count=chance.randrange(1, 20))


def do_file_to_listener(member):
    listen(member, "file-to-listener")


def do_duplicate(member):
    if member.inodes:
        inode = chance.choice(member.inodes)
        member.ask(do="duplicate", inode=inode)
        member.inodes.append(inode)


def do_shut_down(member):
    tcp = [inode for inode in member.inodes if sockets.get(inode, "-")[0] == "tcp"]
    if tcp:
        inode = chance.choice(tcp)
        member.ask(do="shut-down", inode=inode)
        del sockets[inode]


def do_fork(member):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    name = new_name()
    member.ask([theirs.fileno()], do="fork", name=name)
    theirs.close()
    child = welcome(ours, name, member.is_elsewhere)
    child.is_our_child = False
    child.inodes = list(member.inodes)


def do_give(member):
    receivers = [one for one in idle() if one is not member]
    if not member.inodes or not receivers:
        return
    receiver = chance.choice(receivers)
    busy.add(receiver.pid)
    inode = member.inodes.pop(chance.randrange(len(member.inodes)))
    _, gifts = member.ask(do="give", inode=inode)
    member.ask(do="nothing")  # answered when it has closed its own descriptor
    receiver.ask(gifts, do="take")
    os.close(gifts[0])
    receiver.inodes.append(inode)


def do_exec(member):
    if not member.is_our_child:
        return  # `sleep` ends with us only where it has our death signal
    member.ask(do="exec")
    member.obeys = False
    member.name = "sleep"
    while open(f"/proc/{member.pid}/comm").read() != "sleep\n":
        pass


def do_end(member):
    end(member)


def do_spawn(_):
    member = spawn()
    for _ in range(chance.randrange(4)):
        listen(member)


def do_spawn_as_nobody(_):
    listen(spawn(uid=NOBODY))


def do_become_nobody(member):
    listen(member)
    member.ask(do="become-nobody")


def do_spawn_elsewhere(_):
    member = spawn(elsewhere=True)
    port = next((port for _, address, port in sockets.values() if address == "127.0.0.1"), 0)
    listen(member, port=port, address="0.0.0.0")


def do_reuse_pid(member):
    """Ends a process and lets the next one have its pid, where the kernel lets us and nobody is faster."""
    end(member)
    with open("/proc/sys/kernel/ns_last_pid", "w") as last:
        last.write(str(member.pid - 1))
    successor = spawn()
    if successor.pid == member.pid:
        done["pid-reused"] = done.get("pid-reused", 0) + 1
    listen(successor)


def may_leave_network():
    pid = os.fork()
    if pid == 0:
        os._exit(0 if libc.unshare(CLONE_NEWNET) == 0 else 1)
    return os.waitpid(pid, 0)[1] == 0


operations = {
    do_listen: 6, do_close: 4, do_swap: 3, do_files: 3, do_file_to_listener: 2, do_share: 3, do_fork: 2,
    do_give: 2, do_duplicate: 1, do_shut_down: 1, do_exec: 1, do_end: 2, do_spawn: 3,
}  # fmt: skip
if is_root:
    operations |= {do_spawn_as_nobody: 2, do_become_nobody: 1}
    if os.access("/proc/sys/kernel/ns_last_pid", os.W_OK):
        operations[do_reuse_pid] = 2
    if may_leave_network():
        operations[do_spawn_elsewhere] = 1

busy = set()


def idle():
    """Members without an operation since the last answer: one that takes a listener and closes something else
    before anybody looks cannot be told from one that did nothing."""
    return [one for one in members.values() if one.obeys and one.pid not in busy]


def operate():
    candidates = idle()
    work = chance.choices(list(operations), list(operations.values()))[0]
    if len(members) < 6:
        work = do_spawn
    if len(members) > 40:
        work = do_end
    if work is do_end:
        candidates = [one for one in members.values() if one.pid not in busy]
    if candidates or work is do_spawn:
        member = chance.choice(candidates) if candidates else None
        if member is not None:
            busy.add(member.pid)
        work(member)
        done[work.__name__[3:].replace("_", "-")] = done.get(work.__name__[3:].replace("_", "-"), 0) + 1


def truth():
    holders = {}
    for member in members.values():
        for inode in set(member.inodes):
            holders.setdefault(inode, []).append([member.pid, member.name])
    for inode in [one for one in sockets if one not in holders]:
        del sockets[inode]
    return [[*sockets[inode], sorted(held)] for inode, held in holders.items() if inode in sockets]


libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    busy.clear()
    for _ in range(int(line)):
        operate()
    print(json.dumps({"members": list(members), "sockets": truth(), "done": done}), flush=True)
for survivor in list(members.values()):
    end(survivor)
