#!/usr/bin/env python3
"""What deploy/ ships for a stream: units that systemd takes and that leave a worker little to reach, and a server's settings.

usage: tests/deploy.py [BUILD]
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from harness import SOURCE, Tap, arguments, read

DEPLOY = os.path.join(SOURCE, "deploy")


def said(*words):
    run = subprocess.run(words, capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def unit(tap, path, folder):
    """The unit as it would be installed, with a program that is there; of the instance 01."""
    text = read(path).decode()
    here = os.path.join(folder, os.path.basename(path).replace("@.", "@01."))
    with open(here, "w", encoding="utf-8") as file:
        file.write(text.replace("/usr/local/bin/isnad", os.environ["ISNAD"]))
    code, words = said("systemd-analyze", "verify", "--man=no", here)
    name = os.path.basename(path)
    tap.case(f"{name} is a unit", code == 0 and os.path.basename(here) not in words, words)
    code, words = said("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", here)
    tap.case(f"{name} is shut in: exposed by 2.0 of 10 at most", code == 0, words)
    asked = set(re.findall(r"--[a-z-]+", " ".join(line for line in text.splitlines() if line.startswith("ExecStart="))))
    known = said(os.environ["ISNAD"], "help", "worker")[1]
    tap.case(f"{name} asks for options that there are", asked and all(option in known for option in asked), asked)


def main():
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(DEPLOY, "systemd", "*.service"))):
            if shutil.which("systemd-analyze"):
                unit(tap, path, folder)
            else:
                tap.skip(os.path.basename(path), "there is no systemd-analyze")
    server = shutil.which("nats-server", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if server:
        code, words = said(server, "-c", os.path.join(DEPLOY, "nats", "node.conf"), "-t")
        tap.case("node.conf is what a server takes", code == 0, words)
    else:
        tap.skip("node.conf", "there is no nats-server")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
