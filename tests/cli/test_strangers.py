"""What does not belong: another program's document among the records, and names that another system keeps for itself."""

from __future__ import annotations

import json

import pytest

POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers: []\nstatus: ok\nfoo: 1\nbar: 2\n"
WORKFLOW = "name: CI\non: [push]\nenv: {A: b}\njobs: {}\npermissions: {}\n"


@pytest.mark.parametrize("text", [POD, WORKFLOW, "\n".join(f"falt{n}: {n}" for n in range(30)) + "\n"])
@pytest.mark.parametrize("file", ["routines/overall/pod.yaml", "measures/09-pod.yaml", "guidance/socialnamnden/pod.yaml"])
def test_another_programs_document_gets_one_finding(repository, vbe, file, text):
    (repository.root / file).parent.mkdir(parents=True, exist_ok=True)
    (repository.root / file).write_text(text, encoding="utf-8")
    code, out, _err = vbe("validate", file, "--format", "json")
    found = json.loads(out)["diagnostics"]
    assert code == 1
    assert len(found) == 1


def test_a_record_with_some_slips_gets_one_for_each(repository, vbe):
    repository.edit("routines/overall/misstanke.yaml", ("title:", "titel:"), ("status:", "statuss:"), ("steps:", "stegs:"))
    found = json.loads(vbe("validate", "routines/overall/misstanke.yaml", "--format", "json")[1])["diagnostics"]
    assert len([each for each in found if each["code"] == "VBE117"]) == 3


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_a_name_that_windows_keeps_is_refused_and_not_made(repository, vbe, name):
    words = ("new", "routine", "--department", "overall", "--owner-role", "sakerhetschef", "--scope", "Alla", "--title", name)
    code, _out, err = vbe(*words)
    assert (code, len(err.splitlines())) == (2, 1)
    assert "--slug" in err
    assert not (repository.root / f"routines/overall/{name}.yaml").exists()
    text = (repository.root / "routines/overall/misstanke.yaml").read_text(encoding="utf-8")
    (repository.root / f"routines/overall/{name}.yaml").write_text(text, encoding="utf-8")
    assert "Windows" in vbe("validate")[1]


def test_an_output_goes_into_a_folder_that_is_there_under_a_name_of_its_own(repository, vbe):
    (repository.root / "ut").mkdir()
    for words in (
        ("stale", "--as-of", "2024-03-01"),
        ("stale", "--as-of", "2024-03-01", "--plan", "3"),
        ("report", "--year", "2024"),
    ):
        assert vbe(*words, "-o", "ut")[0] in (0, 1, 3)
    assert vbe("codeowners", "-o", "ut")[0] in (0, 1)
    assert len(list((repository.root / "ut").iterdir())) >= 3
    assert (repository.root / "ut/CODEOWNERS").is_file()
