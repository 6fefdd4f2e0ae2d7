#!/usr/bin/env python3
"""deploy/slurm/isnad-shards on a real Slurm: controller and node of this machine, in a scratch folder and on the loopback.
Sixteen shards in two partitions, one of them killed, give what a single run gives. Prints TAP.

usage: tests/slurm.py [BUILD]        skipped, saying so, where Slurm is not installed or this is not root
"""
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from harness import SOURCE, Tap, arguments

SHARDS, WAIT = 16, 240
SCRIPT = os.path.join(SOURCE, "deploy", "slurm", "isnad-shards")
CONFIGURATION = """ClusterName=isnad
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
AuthType=auth/none
CredType=cred/none
AuthInfo=cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000,defer_batch
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=day Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4
PartitionName=night Nodes={host} MaxTime=INFINITE State=UP OverSubscribe=FORCE:4
"""
# Stands for the program; the first time that the fifth shard comes it is killed as the system would kill it.
KILLED_ONCE = """#!/bin/sh
case "$*" in
*shard-05*) [ -e "{folder}/killed" ] || {{
    touch "{folder}/killed"
    "{isnad}" "$@" &
    sleep 0.02
    kill -9 $!
    wait $!
    exit $?
}} ;;
esac
exec "{isnad}" "$@"
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start(folder):
    """Controller and node; their processes."""
    host = socket.gethostname().split(".")[0]
    for each in ("state", "spool", "out", "shards"):
        os.mkdir(os.path.join(folder, each))
    with open(os.path.join(folder, "slurm.conf"), "w") as file:
        file.write(CONFIGURATION.format(folder=folder, host=host, controller=free_port(), node=free_port()))
    os.environ["SLURM_CONF"] = os.path.join(folder, "slurm.conf")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    return [subprocess.Popen(["slurmctld", "-D", "-i"], **quiet), subprocess.Popen(["slurmd", "-D"], **quiet)]


def wait_for(what, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.2)
    return False


def said(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def lines_of(folder):
    lines = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            lines += file.readlines()
    return sorted(lines)


def cut(folder):
    """The shards, the list of them; the same lines as one text."""
    corpus = subprocess.run([os.path.join(SOURCE, "bench", "corpus.py"), "2"], capture_output=True, check=True).stdout.splitlines(keepends=True)
    corpus.insert(7, b"no JSON\n")
    names = [os.path.join(folder, "shards", f"shard-{i:02}.jsonl") for i in range(SHARDS)]
    for i, name in enumerate(names):
        with open(name, "wb") as file:
            file.writelines(corpus[i::SHARDS])
    with open(os.path.join(folder, "list"), "w") as file:
        file.writelines(name + "\n" for name in names)
    return names


def run(tap, folder):
    names = cut(folder)
    stand_in, out = os.path.join(folder, "isnad"), os.path.join(folder, "out")
    with open(stand_in, "w") as file:
        file.write(KILLED_ONCE.format(folder=folder, isnad=os.environ["ISNAD"]))
    os.chmod(stand_in, 0o755)
    whole = subprocess.run([os.environ["ISNAD"], "code", "--every-line", *names], capture_output=True).stdout
    up = wait_for(lambda: "idle" in said("sinfo", "-h", "-o", "%T"), 60)
    if not tap.case("the node is up", up, said("sinfo") + tail(folder)):
        return
    os.environ["ISNAD"] = stand_in
    for partition, tasks in (("day", f"1-{SHARDS // 2}"), ("night", f"{SHARDS // 2 + 1}-{SHARDS}")):
        sent = subprocess.run(["sbatch", f"--partition={partition}", f"--array={tasks}", f"--output={folder}/tasks.log",
                               SCRIPT, os.path.join(folder, "list"), out, "--every-line"], capture_output=True, text=True)
        tap.case(f"sent to partition {partition}", sent.returncode == 0, sent.stderr)
    ended = wait_for(lambda: len([n for n in os.listdir(out) if n.endswith(".jsonl")]) == SHARDS, WAIT)
    tap.case("all shards are coded", ended, said("squeue") + "\n".join(os.listdir(out)) + tail(folder))
    wait_for(lambda: not said("squeue", "-h"), 60)
    tap.case("one was killed", os.path.exists(os.path.join(folder, "killed")))
    logs = [n for n in sorted(os.listdir(out)) if n.endswith(".log")]
    with open(os.path.join(out, logs[-1])) as file:
        tap.case("one says what it could not read", "not JSON" in file.read(), logs)
    for each in logs:
        os.remove(os.path.join(out, each))
    tap.case("nothing else is left", len(os.listdir(out)) == SHARDS, os.listdir(out))
    tap.case("sorted, the lines of a single run", lines_of(out) == sorted(whole.splitlines(keepends=True)))


def tail(folder):
    text = ""
    for name in ("slurmctld.log", "slurmd.log", "tasks.log"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path) as file:
                text += f"\n{name}:\n" + "".join(file.readlines()[-12:])
    return text


def main():
    arguments()
    tap = Tap()
    lacking = [name for name in ("slurmctld", "slurmd", "sbatch") if shutil.which(name) is None]
    if lacking or os.geteuid() != 0:
        tap.skip("shards as a Slurm array", "no " + ", ".join(lacking) if lacking else "Slurm's node needs root")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        daemons = start(folder)
        try:
            run(tap, folder)
        finally:
            for each in reversed(daemons):
                os.killpg(each.pid, signal.SIGTERM)
                try:
                    each.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    os.killpg(each.pid, signal.SIGKILL)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
