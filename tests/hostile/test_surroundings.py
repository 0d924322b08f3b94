"""Bad repositories and bad surroundings, as whole processes: the exit code that was promised, a word on stderr, no traceback."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

BASE = Path(__file__).parent.parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
MEGABYTES = 300
HANGS = 600
"""Seconds after which a command is taken to wait for ever."""
SLOW = """
import signal, sys, time
from vbe.cli import guard
signal.signal(signal.SIGINT, signal.default_int_handler)  # A shell lets its background jobs ignore it.
def slow():
    print("ready", flush=True)
    time.sleep(30)
    return 0
sys.exit(guard.guarded(slow))
"""
WEIGHED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "vbe", "validate"], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture
def repository(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    return tmp_path / "r"


def vbe(repository, *arguments, **options):
    environment = {**os.environ, **options.pop("env", {})}
    environment.pop("VBE_DEBUG", None)
    command = [sys.executable, "-m", "vbe", *(arguments or ("validate",))]
    return subprocess.run(command, cwd=repository, capture_output=True, timeout=HANGS, check=False, env=environment, **options)


def fault(result) -> str:
    """The one line on stderr of a run that could not be made."""
    assert result.returncode == 2, result
    assert not result.stdout
    text = result.stderr.decode("utf-8", "replace")
    assert "Traceback" not in text
    assert text.startswith("vbe: ")
    assert text.count("\n") == 1
    return text


def found(result) -> str:
    """What a run said that found something."""
    assert result.returncode == 1, result
    assert b"Traceback" not in result.stdout + result.stderr
    return result.stdout.decode("utf-8", "replace")


def test_the_base_is_clean(repository):
    assert vbe(repository).returncode == 0


def test_no_repository(tmp_path):
    assert "vbe.yaml" in fault(vbe(tmp_path))


def test_root_that_is_no_repository(repository, tmp_path):
    assert "vbe.yaml" in fault(vbe(repository, "validate", "--root", str(tmp_path)))


def test_root_that_does_not_exist(repository):
    assert "nowhere" in fault(vbe(repository, "validate", "--root", "nowhere"))


def test_a_path_that_does_not_exist(repository):
    assert "nowhere.yaml" in fault(vbe(repository, "validate", "nowhere.yaml"))


def test_a_path_outside(repository):
    fault(vbe(repository, "validate", "/etc/passwd"))


def test_an_unknown_language(repository):
    assert "sv" in fault(vbe(repository, env={"VBE_LANG": "xx"}))


def test_an_unknown_command(repository):
    assert "validate" in fault(vbe(repository, "validat"))


def test_an_unknown_option(repository):
    fault(vbe(repository, "validate", "--frmat", "json"))


def test_an_unknown_format(repository):
    assert "json" in fault(vbe(repository, "validate", "--format", "jsn"))


def test_the_profile_is_a_folder(tmp_path):
    (tmp_path / "vbe.yaml").mkdir()
    fault(vbe(tmp_path))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[", b"a: 1\n", b"municipality: &a *a\n"])
def test_a_broken_profile_is_shown(repository, content):
    (repository / "vbe.yaml").write_bytes(content)
    assert "vbe.yaml" in found(vbe(repository))


@pytest.mark.parametrize("target", [ROUTINE, "nowhere", "/etc/passwd", "/dev/zero", ".", "../r"])
def test_a_link_is_not_followed(repository, target):
    link = repository / "routines/socialforvaltningen/lank.yaml"
    link.symlink_to(target)
    output = found(vbe(repository))
    assert "lank.yaml" in output
    assert "root:" not in output


def test_a_folder_that_is_a_link_to_its_parent(repository):
    (repository / "routines/slinga").symlink_to(repository)
    assert "slinga" in found(vbe(repository))


def test_the_data_folder_is_a_link(repository, tmp_path):
    shutil.move(repository / "guidance", tmp_path / "elsewhere")
    (repository / "guidance").symlink_to(tmp_path / "elsewhere")
    assert "guidance" in found(vbe(repository))


def test_the_profile_is_a_link(repository, tmp_path):
    shutil.move(repository / "vbe.yaml", tmp_path / "elsewhere.yaml")
    (repository / "vbe.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert "vbe.yaml" in found(vbe(repository))


def test_a_pipe_does_not_make_it_wait(repository):
    os.mkfifo(repository / "routines/socialforvaltningen/ror.yaml")
    assert "ror.yaml" in found(vbe(repository))


def test_a_folder_called_as_a_file(repository):
    (repository / "routines/socialforvaltningen/mapp.yaml").mkdir()
    assert vbe(repository).returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        "Stor.yaml",
        "med mellanslag.yaml",
        "orosanmälan.yaml",
        unicodedata.normalize("NFD", "orosanmälan-2.yaml"),
        "-rf.yaml",
        "a\nb.yaml",
        "::error::x.yaml",
        "[red]x.yaml",
        "\x1b[31mröd.yaml",
        "a\u202eb.yaml",
        "x.yml",
        "x.json",
        "x.yaml.bak",
    ],
)
def test_a_bad_name_is_named_and_harmless(repository, name):
    (repository / "routines/socialforvaltningen" / name).write_bytes((repository / ROUTINE).read_bytes())
    result = vbe(repository, "validate", "--strict")
    output = found(result)
    assert not any(ord(c) < 32 and c != "\n" for c in output)
    assert "\u202e" not in output
    assert not any(line.startswith("::") for line in output.splitlines())


def test_a_name_that_is_no_text(repository):
    path = os.fsencode(repository / "routines/socialforvaltningen") + b"/\xe5.yaml"
    with open(path, "wb") as file:
        file.write((repository / ROUTINE).read_bytes())
    for form in ("text", "json", "sarif", "github", "gitlab", "junit"):
        found(vbe(repository, "validate", "--format", form))


def test_two_names_that_differ_in_case(repository):
    shutil.copy(repository / ROUTINE, repository / "routines/socialforvaltningen/Orosanmalan.yaml")
    assert "VBE127" in found(vbe(repository))


def test_folders_without_end(repository):
    path = repository / "routines"
    for _ in range(60):
        path /= "a"
    path.mkdir(parents=True)
    (path / "x.yaml").write_bytes((repository / ROUTINE).read_bytes())
    assert vbe(repository).returncode in {0, 1}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(repository):
    (repository / ROUTINE).chmod(0)
    assert ROUTINE in found(vbe(repository))


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LANG": "", "LC_ALL": "", "LANGUAGE": "xx"},
        {"TERM": "dumb", "NO_COLOR": "1"},
        {"COLUMNS": "1"},
        {"COLUMNS": "nonsense"},
        {"TZ": "Pacific/Kiritimati"},
        {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
        {"PATH": ""},
        {"PYTHONOPTIMIZE": "2"},
        {"FORCE_COLOR": "1"},
        {"VBE_LANG": "en"},
    ],
    ids=lambda environment: ",".join(environment),
)
def test_any_surroundings_will_do(repository, environment):
    (repository / ROUTINE).write_text("titel: å\n", encoding="utf-8")
    output = found(vbe(repository, env=environment))
    assert "VBE117" in output


def test_the_reader_has_seen_enough(repository):
    for n in range(200):
        (repository / f"routines/socialforvaltningen/r{n}.yaml").write_text("titel: x\n")
    command = f"{sys.executable} -m vbe validate | head -1; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], cwd=repository, capture_output=True, timeout=HANGS, check=False)
    assert b"Traceback" not in result.stderr
    assert b"Broken" not in result.stderr
    assert result.returncode in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout(repository):
    (repository / ROUTINE).write_text("titel: x\n")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "vbe", "validate"]
        result = subprocess.run(command, cwd=repository, stdout=full, stderr=subprocess.PIPE, timeout=HANGS, check=False)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert result.stderr.startswith(b"vbe: ")


def test_stdout_is_closed(repository):
    command = ["bash", "-c", f"{sys.executable} -m vbe validate >&-"]
    result = subprocess.run(command, cwd=repository, capture_output=True, timeout=HANGS, check=False)
    assert b"Traceback" not in result.stderr


def test_an_interrupt_ends_with_130_and_a_line(repository):
    os.mkfifo(repository / "wait")
    command = [sys.executable, "-c", SLOW]
    process = subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    _out, errors = process.communicate(timeout=HANGS)
    assert process.returncode == 130
    assert errors.count(b"\n") == 1
    assert b"Traceback" not in errors


def test_checking_writes_nothing(repository):
    def state():
        return {p: (p.lstat().st_mtime_ns, p.lstat().st_mode) for p in repository.rglob("*")}

    before = state()
    vbe(repository)
    vbe(repository, "validate", "--format", "json")
    assert state() == before


def test_memory_stays_small(repository):
    (repository / ROUTINE).write_bytes(b"a: [" + b"1," * 60_000 + b"]")
    for n in range(50):
        (repository / f"routines/socialforvaltningen/stor{n}.yaml").write_bytes(b"x" * 2**20)
    result = subprocess.run([sys.executable, "-c", WEIGHED], cwd=repository, capture_output=True, timeout=HANGS, check=True)
    assert int(result.stdout) / 1024 < MEGABYTES
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0
