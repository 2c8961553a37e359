"""Sets up and starts the client: the one command of a clerk, a developer and the build server.

    python3 start.py                  set up, then open the demonstration office (gridapp demo)
    python3 start.py COMMAND …        set up, then run gridapp COMMAND … in the present folder
    python3 start.py test [--full] …  set up for development, then run every check; the rest goes to pytest

Needs nothing but Python itself. The environment is `.venv` beside this file and holds exactly what
`.ci/runtime.lock` (for tests `.ci/development.lock`) names; once it does, nothing is done and nothing said.
Its own lines go to stderr, so that what a command prints stays clean. `--full` reaches the tests as
GRIDAPP_TEST_SIZE=full: large offices instead of small ones.
"""

import ctypes
import os
import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13")


def say(chinese: str, english: str) -> None:
    """Tells people one line, in ASCII English where the terminal has no Chinese."""
    try:
        chinese.encode(sys.stderr.encoding or "ascii")
    except UnicodeError:
        chinese = english
    print(chinese, file=sys.stderr, flush=True)


def become(command: "list[str]", variables: "dict[str, str]") -> int:
    """Hands the process over to a command; Windows cannot, so there it waits and returns the exit code."""
    if sys.platform != "win32":
        os.execvpe(command[0], command, variables)
    return subprocess.call(command, env=variables)


def become_suitable() -> int:
    """Hands over to a Python of this machine that we support, or says which are and returns 1."""
    for version in PYTHONS:
        python = ["py", "-" + version] if sys.platform == "win32" else ["python" + version]
        # A name on the PATH may be the empty shell of a version manager, so it is tried first.
        if shutil.which(python[0]) and subprocess.call([*python, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return become([*python, *sys.argv], dict(os.environ))
    say("需要 Python 3.11～3.13，请安装后再试。", "Python 3.11 to 3.13 is needed; install it and try again.")
    return 1


# Any Python 3 reads the file this far; only those we support go further.
if f"{sys.version_info.major}.{sys.version_info.minor}" not in PYTHONS:
    sys.exit(become_suitable())

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = ENVIRONMENT / "contents.txt"
RUNTIME, DEVELOPMENT = "runtime", "development"

# What Qt asks the system for by name, and the Debian package that brings it.
FOR_DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_WINDOWS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
# What opens our files to check them. Only the build server is made to have it; elsewhere those tests are skipped.
FOR_CHECKS = {
    "soffice": ["libreoffice-calc-nogui", "libreoffice-writer-nogui"],
    "pdftotext": ["poppler-utils"],
}

# What a failed tool prints, and what to do about it. The first match is the cause, later ones its effects.
REASONS = {
    r"no space left|winerror 112\b": (
        "磁盘空间不足，请腾出约 1 GB 再试。",
        "The disk is full; free about 1 GB and try again.",
    ),
    "do not match the hashes": (
        "下载的文件与锁定的校验值不符，没有安装；请换一个软件源再试。",
        "A download is not the file that was locked; try another package index.",
    ),
    "connection|connect to|timed out|resolution|resolving|getaddrinfo|proxyerror|sslerror": (
        "连接不到软件源，请检查网络后再试。",
        "The package index cannot be reached; check the network and try again.",
    ),
    r"permission denied|read-only file system|winerror 5\b": (
        "没有写入权限，或者程序正在运行；请关闭程序，用当初安装的账户再试。",
        "No permission, or the program is running; close it and use the account that installed it.",
    ),
    "no matching distribution": (
        "这台电脑装不了：需要 64 位 x86 的 Windows 10 以上，或 glibc 2.28 以上的 Linux。",
        "No build for this machine: 64-bit x86 Windows 10, or Linux with glibc 2.28, is needed.",
    ),
}


def failure(printed: str) -> SystemExit:
    """Tells why a tool failed, judged by what it printed; raising the result ends the process."""
    causes = (text for words, text in REASONS.items() if re.search(words, printed, re.IGNORECASE))
    last = (printed.strip().splitlines() or ["?"])[-1]
    say(*next(causes, (f"安装没有成功：{last}", f"The installation failed: {last}")))
    return SystemExit(1)


def attempt(*command: str | Path) -> tuple[bool, str]:
    """Runs a tool to its end; whether it succeeded, and what it printed."""
    nothing, both = subprocess.DEVNULL, subprocess.STDOUT
    done = subprocess.run(command, stdin=nothing, stdout=subprocess.PIPE, stderr=both, check=False)
    return done.returncode == 0, done.stdout.decode(errors="replace")


def insist(*command: str | Path) -> None:
    """Runs a tool that must succeed; raises SystemExit, having told the reason, when it does not."""
    succeeded, printed = attempt(*command)
    if not succeeded:
        raise failure(printed)


def lacking(libraries: dict[str, str]) -> list[str]:
    """The packages of those libraries that the system cannot load."""
    packages = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return packages


def unheard_of(programs: dict[str, list[str]]) -> list[str]:
    """The packages of those programs that the system does not have."""
    return [package for program, packages in programs.items() if not shutil.which(program) for package in packages]


def administrator() -> list[str] | None:
    """What to write before a command to run it as administrator; None without the right or without apt."""
    if not shutil.which("apt-get"):
        return None
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and attempt("sudo", "-n", "true")[0] else None


def install(packages: list[str], font: list[str], rights: list[str] | None) -> None:
    """Installs system packages, and a font if it can be had; without rights, says which command does it.

    Raises SystemExit when packages stay missing. A missing font is no reason: the client brings glyphs.
    """
    names = " ".join(packages + font)
    if rights is not None:
        say(f"安装系统软件包：{names}", f"Installing system packages: {names}")
        apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C"]
        apt += ["apt-get", "-o", "DPkg::Lock::Timeout=300", "--no-install-recommends", "-y"]
        attempt(*apt, "update")
        if packages:
            insist(*apt, "install", *packages)
        attempt(*apt, "install", *font)
    elif packages:
        line = f"sudo apt-get update && sudo apt-get install --no-install-recommends -y {names}"
        say(f"缺少系统软件包，请运行：{line}", f"System packages are missing; please run: {line}")
        raise SystemExit(1)


def complete_system(*, window: bool, building: bool, checking: bool) -> None:
    """Installs what a Debian system lacks: for drawing, for a window, to build the environment, to check our files."""
    if sys.platform != "linux":
        return
    packages = lacking({**FOR_DRAWING, **FOR_WINDOWS} if window else FOR_DRAWING)
    packages += unheard_of(FOR_CHECKS) if checking else []
    if building and not find_spec("ensurepip"):
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if packages or building:
        chinese = shutil.which("fc-list") and attempt("fc-list", ":lang=zh", "family")[1].strip()
        font = [] if chinese else ["fonts-wqy-microhei"]
        if packages or font:
            install(packages, font, administrator())


def contents(kind: str) -> str:
    """What an environment of this kind holds: its kind, Python and place, and every locked file."""
    locked = (ROOT / ".ci" / f"{kind}.lock").read_text("utf-8")
    return "\n".join((kind, sys.version, str(ENVIRONMENT), locked))


def installed() -> str:
    """What the environment holds; nothing while it is missing or half built."""
    return STAMP.read_text("utf-8") if STAMP.exists() and PYTHON.exists() else ""


def satisfied(kind: str) -> bool:
    """Whether the environment serves this purpose; the one for development serves both."""
    return installed() in (contents(kind), contents(DEVELOPMENT))


def build(kind: str) -> None:
    """Makes the environment hold exactly the locked files, or raises SystemExit."""
    extend = installed() == contents(RUNTIME)
    STAMP.unlink(missing_ok=True)
    if not extend:
        say("建立运行环境 .venv", "Making the environment .venv")
        insist(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
    say("下载并安装软件包，网络慢时要等几分钟", "Installing packages; a slow network takes minutes")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    insist(*pip, "--require-hashes", "--only-binary=:all:", "-r", ROOT / ".ci" / f"{kind}.lock")
    STAMP.write_text(contents(kind), "utf-8")


def taken(turn: int) -> bool:
    """Takes the turn to build, which lasts until this file is closed; False while another process has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(turn, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def prepare(kind: str, *, window: bool, checking: bool) -> None:
    """Sets up whatever is missing; of two at once the second waits for the first."""
    if satisfied(kind):
        complete_system(window=window, building=False, checking=checking)
        return
    with (ROOT / ".venv.lock").open("a") as turn:
        if not taken(turn.fileno()):
            say("正在等待另一个安装完成", "Waiting for another installation")
            while not taken(turn.fileno()):
                time.sleep(0.5)
        complete_system(window=window, building=True, checking=checking)
        if not satisfied(kind):
            build(kind)


def opens_window(arguments: list[str]) -> bool:
    """Whether gridapp will show a window: a command that does, and a screen to show it on."""
    client = not arguments or arguments[0] == "demo" or arguments[0].startswith("-")
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(client and screen and "QT_QPA_PLATFORM" not in os.environ and "--no-window" not in arguments)


def run(arguments: list[str]) -> int:
    """Runs gridapp where the clerk is, with our packages found whatever that folder holds."""
    # Safe path: a folder there that happens to be called db or ui must not stand in for ours.
    ours = {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
    return become([str(PYTHON), "-m", "gridapp", *arguments], {**os.environ, **ours})


def check(arguments: list[str]) -> int:
    """Runs every check in the repository's folder, up to the first that fails; returns its exit code."""
    os.chdir(ROOT)
    variables = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    if "--full" in arguments:
        arguments.remove("--full")
        variables["GRIDAPP_TEST_SIZE"] = "full"
    for tool in ("ruff format --check", "ruff check", "mypy", "lint-imports"):
        say(f"检查：{tool}", f"Checking: {tool}")
        name, *options = tool.split()
        code = subprocess.call([PYTHON.with_name(name), *options], env=variables)
        if code:
            return code
    say("检查：pytest", "Checking: pytest")
    # A process a core; a file's tests stay together, so that what they share is made once.
    cores = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    return become([str(PYTHON), "-m", "pytest", *cores, *arguments], variables)


def main(arguments: list[str]) -> int:
    """Sets up for what was asked, then does it; returns its exit code."""
    testing = arguments[:1] == ["test"]
    arguments = arguments[1:] if testing else arguments or ["demo"]
    try:
        window, checking = not testing and opens_window(arguments), testing and bool(os.environ.get("CI"))
        prepare(DEVELOPMENT if testing else RUNTIME, window=window, checking=checking)
    except OSError as error:
        raise failure(str(error)) from None
    return check(arguments) if testing else run(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
