"""Two plans in one repository of git, a city's and a board's: each is a folder with its own vbe.yaml."""

from __future__ import annotations

import shutil


def test_each_plan_is_its_own_and_a_department_may_own_one(vbe, repository):
    below = repository.root / "socialnamnden"
    own = [path for path in repository.root.iterdir() if path.name != ".git"]
    below.mkdir()
    for path in own:
        (shutil.copytree if path.is_dir() else shutil.copy)(path, below / path.name)
    repository.edit(
        "socialnamnden/strategy/strategy.yaml",
        ("owner_role: sakerhetschef", "parent: Stadens strategi\nowner_role: socialforvaltningen"),
    )
    repository.edit("socialnamnden/strategy/organisation.yaml", ("    head: socialchef\n", "    head: socialchef\n"))
    repository.commit("A board's plan below the city's")
    for root in (".", "socialnamnden"):
        code, out, err = vbe("validate", "--root", root)
        assert (code, err) == (0, ""), out
        assert "13 files" in out
    code, out, _err = vbe("show", "strategy", "--root", "socialnamnden")
    assert "parent: “Stadens strategi”" in out or "parent: Stadens strategi" in out
    code, out, err = vbe("review", "strategy", "--on", "2025-01-10", "--outcome", "no-change", "--yes", "--root", "socialnamnden")
    assert code == 0, err
    assert "by: socialchef" in (below / "strategy/strategy.yaml").read_text(encoding="utf-8")
    assert "by: socialchef" not in (repository.root / "strategy/strategy.yaml").read_text(encoding="utf-8")
