"""A bare Debian in a folder, with somebody who may use sudo: where how-tos are played to the letter.

What stands in for something real: systemd, which can't run in a folder. `systemctl` here reads the
unit files just as they were installed and starts, waits for and stops what they name.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    "python3", "python3-venv", "make", "git", "curl", "sudo", "adduser", "ca-certificates",
    "postgresql", "procps",
)  # fmt: skip
"""What the pages install by apt, and what a Debian has that somebody can work on."""
MADE = "BARE_DEBIAN"
"""Names a tree made by debootstrap before, to be copied instead of made anew."""

SYSTEMCTL = r"""#!/usr/bin/python3
import os, pathlib, re, shlex, signal, subprocess, sys, time

UNITS, RUN = pathlib.Path("/etc/systemd/system"), pathlib.Path("/run/units")
RUN.mkdir(exist_ok=True)


def settings(unit):
    found = {}
    for line in (UNITS / unit).read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value.replace("$$", "$").replace("%%", "%"))
    return found


def call(found, value, **more):
    may_fail, value = value.startswith("-"), value.removeprefix("-")
    user = found.get("User", ["root"])[0]
    command = ["runuser", "-u", user, "--", "env", "-i", "PATH=" + os.environ["PATH"], *shlex.split(value)]
    folder = found.get("WorkingDirectory", ["/"])[0]
    return subprocess.Popen(command, cwd=folder, umask=0o077, start_new_session=True, **more), may_fail


def wait(found, value):
    process, may_fail = call(found, value)
    if process.wait() and not may_fail:
        sys.exit(f"{value}: {process.returncode}")


def start(unit):
    if unit == "postgresql.service":
        return subprocess.run(["pg_ctlcluster", "15", "main", "start"])
    found = settings(unit)
    for value in found.get("ExecStartPre", []):
        wait(found, value)
    if found.get("Type") == ["oneshot"]:
        for value in found["ExecStart"]:
            wait(found, value)
        return
    with open(RUN / (unit + ".log"), "ab") as log:
        process, _ = call(found, found["ExecStart"][0], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    (RUN / unit).write_text(str(process.pid))
    for value in found.get("ExecStartPost", []):
        wait(found, value)
    if process.poll() is not None:
        sys.exit(f"{unit}: ended with {process.returncode}")


def stop(unit):
    path = RUN / unit
    if not path.exists():
        return
    pid = int(path.read_text())
    path.unlink()
    os.killpg(pid, signal.SIGTERM)
    for _ in range(200):
        try:
            os.killpg(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    sys.exit(f"{unit}: did not stop")


verb, *names = sys.argv[1:]
if verb != "daemon-reload":
    now = "--now" in names
    for name in names:
        if name.startswith("--"):
            continue
        unit = name if "." in name else name + ".service"
        if not unit.startswith("postgresql") and not (UNITS / unit).is_file():
            sys.exit(f"Unit {unit} not found.")
        if unit.endswith(".timer"):
            continue
        if verb in ("stop", "restart"):
            stop(unit)
        if verb in ("start", "restart") or (verb == "enable" and now):
            start(unit)
"""
JOURNALCTL = """#!/bin/sh
exec cat /run/units/ishc-bot.service.log
"""


@dataclass(frozen=True)
class Machine:
    """The machine, and who works on it."""

    root: Path

    def run(self, script: str, user: str = "lan") -> str:
        """Commands as they would be typed; what they print. Each must end with 0."""
        path = "/usr/local/bin:/usr/bin:/bin"
        if user == "root":
            path = f"/usr/local/sbin:/usr/sbin:/sbin:{path}"
        done = subprocess.run(
            ["chroot", str(self.root), "runuser", "-u", user, "--", "env", "-i", f"HOME=/home/{user}",
             f"PATH={path}", "LANG=C.UTF-8", "bash", "-euo", "pipefail", "-c",
             f"cd /home/{user} 2>/dev/null || cd /\nset -v\n{script}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=900,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{script}\n---\n{done.stdout}"
        return done.stdout


def cannot() -> str | None:
    """Why no such machine can be had here; None where it can."""
    if os.geteuid() != 0:
        return "only root may make a machine in a folder"
    if not os.environ.get(MADE) and shutil.which("debootstrap") is None:
        return "debootstrap is not installed"
    return None


@contextlib.contextmanager
def bare_debian(root: Path) -> Iterator[Machine]:
    """A machine as long as the context lasts; nothing of it runs or is mounted afterwards."""
    made = os.environ.get(MADE)
    if made:
        subprocess.run(["cp", "-a", f"{made}/.", str(root)], check=True)
    else:
        subprocess.run(
            [
                "debootstrap",
                "--variant=minbase",
                f"--include={','.join(PACKAGES)}",
                "bookworm",
                root,
            ],
            check=True,
            capture_output=True,
        )
    root.chmod(0o755)
    with contextlib.ExitStack() as stack:
        for place in ("/proc", "/dev"):
            _bind(stack, Path(place), root)
        _packages_from_where_ours_come(stack, root)
        for name, content in (("systemctl", SYSTEMCTL), ("journalctl", JOURNALCTL)):
            path = root / "usr" / "local" / "sbin" / name
            path.write_text(content)
            path.chmod(0o755)
        machine = Machine(root)
        stack.callback(_end_all, root)
        machine.run("useradd --create-home --groups sudo lan", "root")
        (root / "etc/sudoers.d/lan").write_text("lan ALL=(ALL) NOPASSWD: ALL\n")
        (root / "etc/hosts").write_text(f"127.0.0.1 localhost {os.uname().nodename}\n")
        # As on a machine where the package was installed with its server running.
        machine.run("systemctl start postgresql", "root")
        yield machine


def _bind(stack: contextlib.ExitStack, place: Path, root: Path) -> None:
    target = root / str(place).lstrip("/")
    if place.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    subprocess.run(["mount", "--bind", str(place), str(target)], check=True)
    stack.callback(subprocess.run, ["umount", "--lazy", str(target)], check=False)


def _packages_from_where_ours_come(stack: contextlib.ExitStack, root: Path) -> None:
    """pip asks there what it asks here: a mirror, a proxy, a folder of wheels."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    chosen: dict[str, str] = {}
    for name, value in re.findall(r"^\S*?\.([\w-]+)='(.*)'$", listed, re.MULTILINE):
        chosen.setdefault(name, value)
    for value in chosen.values():
        for path in re.findall(r"(?:file://)?(/[\w./+-]+)", value):
            place = Path(path.removesuffix("/simple"))
            if place.exists() and not (root / str(place).lstrip("/")).exists():
                _bind(stack, place, root)
    lines = [f"{name} = {value}\n" for name, value in chosen.items()]
    (root / "etc/pip.conf").write_text("[global]\n" + "".join(lines))
    proxies = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    environment = root / "etc/environment"
    environment.write_text("".join(f"{key}={value}\n" for key, value in proxies.items()))
    for name in ("resolv.conf", "ssl/certs/ca-certificates.crt"):
        if Path("/etc", name).exists():
            shutil.copyfile(Path("/etc", name), root / "etc" / name)


def _end_all(root: Path) -> None:
    """Whatever still runs there."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "root").readlink() == root:
                os.kill(int(process.name), 9)
