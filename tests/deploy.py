#!/usr/bin/env python3
"""What deploy/ ships for a stream: units that systemd takes and that leave a worker little to reach, and a server's settings.

usage: tests/deploy.py [BUILD]
"""
import glob
import json
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


RULES = {"evaluation_interval": "1m", "tests": [{"interval": "1m", "input_series": [
    {"series": 'isnad_worker_healthy{instance="a",job="isnad"}', "values": "1 0 0 0 0 1"},
    {"series": 'isnad_worker_dead_total{instance="a",job="isnad"}', "values": "0 0 0 1 1 1"},
    {"series": 'isnad_worker_waiting{instance="a",job="isnad"}', "values": "1+10x120"}], "alert_rule_test": [
        {"eval_time": at, "alertname": name, "exp_alerts": [{"exp_labels": labels, "exp_annotations": {"summary": text}}] if text else []} for at, name, labels, text in (
            ("2m", "WorkerNotWell", {}, ""),
            ("4m", "WorkerNotWell", {"instance": "a", "job": "isnad"}, "a says on /healthz what it lacks"),
            ("5m", "ArticlesDie", {"instance": "a", "job": "isnad"}, "isnad publish --dead list tells why"),
            ("100m", "StreamGrows", {"job": "isnad"}, "more articles are published than are coded: 600 more wait than an hour ago"))]}]}


def prometheus(tap, folder):
    """What Prometheus reads, by its own tool; the rules by figures that a worker may tell."""
    place = os.path.join(DEPLOY, "prometheus")
    code, words = said("promtool", "check", "config", os.path.join(place, "isnad.yml"))
    tap.case("isnad.yml is what Prometheus takes, and its rules are there", code == 0 and "rule files found" in words, words)
    tests = os.path.join(folder, "rules.json")
    with open(tests, "w", encoding="utf-8") as file:
        json.dump({"rule_files": [os.path.join(place, "isnad.rules.yml")], **RULES}, file)
    code, words = said("promtool", "test", "rules", tests)
    tap.case("the rules call when they should", code == 0, words)


def main():
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(DEPLOY, "systemd", "*.service"))):
            if shutil.which("systemd-analyze"):
                unit(tap, path, folder)
            else:
                tap.skip(os.path.basename(path), "there is no systemd-analyze")
        if shutil.which("promtool"):
            prometheus(tap, folder)
        else:
            tap.skip("isnad.rules.yml", "there is no promtool")
    server = shutil.which("nats-server", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if server:
        code, words = said(server, "-c", os.path.join(DEPLOY, "nats", "node.conf"), "-t")
        tap.case("node.conf is what a server takes", code == 0, words)
    else:
        tap.skip("node.conf", "there is no nats-server")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
