"""The folder: only what changed is written, nothing that is not ours is touched, and the same records give the same bytes."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys

import pytest

from tests.report.repo import commit, git
from tests.site.conftest import DAY
from vbe.app.site import writing
from vbe.app.site.making import SiteOrder, make_site, read_order
from vbe.app.site.proving import find_site, prove_site, read_site
from vbe.app.site.writing import is_inside, read_kept, write_site
from vbe.domain import addresses
from vbe.errors import VbeError
from vbe.model.site_profile import SiteProfile
from vbe.site import Edition, card
from vbe.site.manifest import MANIFEST, read_manifest
from vbe.site.theme import contrast, require_contrast
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.repository import Disk

FILES = {"index.html": b"one", "a/b.html": b"two"}


def manifested(files: dict[str, bytes]) -> dict[str, bytes]:
    from vbe.site.manifest import Manifest, sums_of, write_manifest

    return {**files, MANIFEST: write_manifest(Manifest("staff", "2018-03-01", "vbe 0", None, None, "", sums_of(files)))}


def test_only_what_changed_is_written_again(tmp_path):
    root, folder = tmp_path / "root", tmp_path / "out"
    root.mkdir()
    assert write_site(root, folder, manifested(FILES)) == (3, 0, 0)
    old = (folder / "a" / "b.html").stat().st_mtime_ns
    assert write_site(root, folder, manifested(FILES)) == (0, 3, 0)
    changed = {"index.html": b"three", "a/b.html": b"two"}
    assert write_site(root, folder, manifested(changed)) == (2, 1, 0)
    assert (folder / "a" / "b.html").stat().st_mtime_ns == old
    assert write_site(root, folder, manifested({"index.html": b"three"})) == (1, 1, 1)
    assert not (folder / "a").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "brev.txt").write_text("mitt")
    with pytest.raises(VbeError, match="innehåller något annat"):
        write_site(tmp_path / "root", folder, manifested(FILES))
    assert [path.name for path in folder.iterdir()] == ["brev.txt"]


def test_a_run_that_was_interrupted_is_taken_up(tmp_path, monkeypatch):
    root, folder = tmp_path / "root", tmp_path / "out"
    write_site(root, folder, manifested(FILES))
    put, seen = writing.put_made, []

    def stops(path, content):
        seen.append(path)
        if len(seen) == 3:
            raise KeyboardInterrupt
        put(path, content)

    monkeypatch.setattr(writing, "put_made", stops)
    with pytest.raises(KeyboardInterrupt):
        write_site(root, folder, manifested({"a/b.html": b"2", "index.html": b"1"}))
    assert sorted(path.name for path in folder.rglob("*.*")) == ["b.html", "index.html", "vbe-site.json", "vbe-site.next.json"]
    assert {(folder / path).read_bytes() for path in FILES} == {b"2", b"one"}
    monkeypatch.undo()
    # Other records by now: neither what stood before nor what the interrupted run wrote is somebody else's.
    newest = manifested({"a/b.html": b"II", "index.html": b"I"})
    write_site(root, folder, newest)
    assert {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()} == newest


def test_a_first_run_that_was_interrupted_leaves_a_folder_of_ours(tmp_path, monkeypatch):
    def stops(path, content, put=writing.put_made):
        if path.name == "index.html":
            raise KeyboardInterrupt
        put(path, content)

    monkeypatch.setattr(writing, "put_made", stops)
    with pytest.raises(KeyboardInterrupt):
        write_site(tmp_path / "root", tmp_path / "out", manifested(FILES))
    monkeypatch.undo()
    assert write_site(tmp_path / "root", tmp_path / "out", manifested(FILES)).written > 0


def test_a_page_that_a_power_cut_left_empty_is_written_again(tmp_path):
    write_site(tmp_path / "root", tmp_path / "out", manifested(FILES))
    (tmp_path / "out" / "index.html").write_bytes(b"")
    assert write_site(tmp_path / "root", tmp_path / "out", manifested(FILES)).written == 1


def test_a_link_where_a_page_should_be_is_left_alone(tmp_path):
    folder, other = tmp_path / "out", tmp_path / "other"
    write_site(tmp_path / "root", folder, manifested({"index.html": b"one"}))
    other.mkdir()
    (other / "mine").write_bytes(b"mine")
    (folder / "new.html").symlink_to(other / "mine")
    with pytest.raises(VbeError, match="skrivs inte över"):
        write_site(tmp_path / "root", folder, manifested({"index.html": b"one", "new.html": b"x"}))
    (folder / "a").symlink_to(other)
    with pytest.raises(VbeError, match="länk"):
        write_site(tmp_path / "root", folder, manifested(FILES))
    assert [path.read_bytes() for path in other.iterdir()] == [b"mine"]


def test_what_somebody_else_has_put_in_the_folder_stays(tmp_path):
    folder = tmp_path / "out"
    write_site(tmp_path / "root", folder, manifested(FILES))
    (folder / "brev.txt").write_text("mitt")
    write_site(tmp_path / "root", folder, manifested({"index.html": b"one"}))
    assert (folder / "brev.txt").read_text() == "mitt"


def test_a_page_that_somebody_has_changed_is_not_overwritten(tmp_path):
    folder = tmp_path / "out"
    write_site(tmp_path / "root", folder, manifested(FILES))
    (folder / "index.html").write_bytes(b"mine")
    with pytest.raises(VbeError, match="har ändrats sedan dess"):
        write_site(tmp_path / "root", folder, manifested({"index.html": b"new"}))
    assert (folder / "index.html").read_bytes() == b"mine"
    write_site(tmp_path / "root", folder, manifested({"index.html": b"new"}), force=True)
    assert (folder / "index.html").read_bytes() == b"new"


@pytest.mark.parametrize("name", [".", "routines", "measures/webb", "templates", ".git/site", ".."])
def test_no_site_among_the_records(tmp_path, name):
    root = tmp_path / "root"
    root.mkdir()
    with pytest.raises(VbeError, match="förrådets egna filer"):
        write_site(root, root / name, manifested(FILES))


def test_a_linked_folder_is_not_followed(tmp_path):
    root = tmp_path / "root"
    (root / "build").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "build" / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(VbeError, match="länk"):
        write_site(root, root / "build" / "site", manifested(FILES))


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a//b", "a/./b", "c:/x", "a\\b", ""])
def test_a_list_of_files_leads_nowhere_else(path):
    assert not is_inside(path)


def test_a_broken_list_is_said(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / MANIFEST).write_text("{}")
    with pytest.raises(VbeError, match=MANIFEST):
        write_site(tmp_path / "root", folder, manifested(FILES))


def test_the_list_counts_every_file(base):
    made = make_site(Disk(base), SiteOrder(Edition.STAFF)).files
    told = read_manifest(made[MANIFEST])
    assert told.files.keys() == made.keys() - {MANIFEST}
    assert told.commit == git(base, "rev-parse", "HEAD")


def test_one_changed_routine_writes_only_the_pages_that_tell_of_it(base, monkeypatch):
    out = base.parent / "out"
    order = SiteOrder(Edition.STAFF, datetime.date(2025, 4, 2))
    write_site(base, out, make_site(Disk(base), order).files)
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in out.rglob("*") if path.is_file()}
    file = min((base / "routines").rglob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("does: ", "does: Nytt. ", 1), "utf-8")
    set_here, were_set = card.set_cards, []

    def counted(cards, template):
        were_set.extend(each.path for each in cards)
        return set_here(cards, template)

    monkeypatch.setattr(card, "set_cards", counted)
    again = make_site(Disk(base), order, kept=read_kept(out)).files
    told = write_site(base, out, again)
    changed = {p.relative_to(out).as_posix() for p, (inode, _c) in before.items() if p.stat().st_ino != inode}
    page = f"rutiner/{file.parent.name}/{file.stem}"
    assert {f"{page}.html", f"{page}.pdf", "sok-index.js", MANIFEST} <= changed
    assert were_set == [f"{page}.pdf"]
    assert all(p.read_bytes() == content for p, (_i, content) in before.items() if p.relative_to(out).as_posix() not in changed)
    assert (told.written, told.removed) == (len(changed), 0)
    assert len(changed) < len(before) / 2
    assert again == make_site(Disk(base), order).files


def run(folder, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "vbe", "site", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_same_commit_gives_the_same_bytes_anywhere(base, tmp_path):
    git(tmp_path, "clone", "--quiet", str(base), "another place")
    one = run(base, "-o", "../one", TZ="Pacific/Kiritimati", LC_ALL="C")
    two = run(tmp_path / "another place", "-o", "../two", TZ="America/Los_Angeles", LC_ALL="sv_SE.UTF-8", PYTHONHASHSEED="7")
    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    first, second = (
        {p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in (tmp_path / "one", tmp_path / "two")
    )
    assert first == second


def test_a_broken_record_is_shown_as_missing(base):
    file = base / "routines" / "overall"
    routine = next(file.glob("*.yaml"))
    routine.write_text("title: [\n", "utf-8")
    made = make_site(Disk(base), SiteOrder(Edition.STAFF))
    assert [line.partition(": ")[0] for line in made.faults] == [f"routines/overall/{routine.name}:2"]
    assert "Sidan saknas" in made.files[f"rutiner/overall/{routine.stem}.html"].decode()
    assert "index.html" in made.files


def test_changes_are_told_by_day(base):
    file = next((base / "routines").rglob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Ny "), "utf-8")
    commit(base, "Ändra", "2025-04-02T12:00:00+02:00")
    made = make_site(Disk(base), SiteOrder(Edition.STAFF)).files
    assert "2 april 2025" in made["andringar.html"].decode().replace("\xa0", " ")
    assert "<title>Ändrat 2" in made["andringar.xml"].decode()
    assert "Historik" in made[f"rutiner/{file.parent.name}/{file.stem}.html"].decode()


def test_a_colour_that_cannot_be_read_on_is_refused_with_its_ratio():
    assert round(contrast("#ffffff", "#767676"), 2) == 4.54
    with pytest.raises(VbeError, match="1,02:1"):
        require_contrast("#ffdd00")
    require_contrast("#143d59")


def test_an_unknown_edition_is_said():
    with pytest.raises(VbeError, match="utgåva"):
        read_order("alla", None)
    assert read_order("public", DAY) == SiteOrder(Edition.PUBLIC, datetime.date(2018, 3, 1))
    assert SiteProfile.model_construct().situations == ()


def test_a_site_is_proven_by_its_commit(base):
    out = base.parent / "out"
    write_site(base, out, make_site(Disk(base), SiteOrder(Edition.STAFF)).files)
    source = Commit(Git.open(base), read_site(find_site(out / MANIFEST))[0].commit)
    assert prove_site(out, source).answer == "same"
    (out / "index.html").write_bytes(b"forged")
    (out / "more.html").write_bytes(b"added")
    proof = prove_site(out, source)
    assert (proof.answer, [d.part for d in proof.differences]) == ("different", ["index.html", "more.html"])


def test_a_commit_writes_only_the_pages_that_it_changes(base):
    def written() -> dict[str, bytes]:
        return make_site(Disk(base), SiteOrder(Edition.STAFF, datetime.date(2025, 4, 2))).files

    before = written()
    file = min((base / "routines").rglob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("does: ", "does: Nytt. ", 1), "utf-8")
    commit(base, "Ändra", "2025-04-02T12:00:00+02:00")
    after = written()
    changed = {path for path in after if after[path] != before.get(path)}
    page = f"rutiner/{file.parent.name}/{file.stem}"
    assert {f"{page}.html", f"{page}.pdf", "index.html", "andringar.html"} <= changed
    routines = {path for path in after if path.startswith("rutiner/")}
    assert changed & routines == {f"{page}.html", f"{page}.pdf"}
    assert not changed & {path for path in after if path.startswith(("krav/", "vagledning/", "omraden/", "assets/"))}
    assert "Senast ändrad 2 april 2025" in after[f"{page}.html"].decode().replace("\xa0", " ")
    assert git(base, "rev-parse", "HEAD")[:12] in after["index.html"].decode()


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "overall/prn"])
def test_a_name_that_windows_keeps_for_a_device_gets_another(name):
    assert addresses.page_of("board", name).endswith(f"/{name}-.html")
    assert addresses.page_of("routine", name) == f"rutiner/{name}-.html"
    assert addresses.calendar_of(name).endswith(f"{name}-.ics")


def test_names_that_differ_in_case_alone_are_one_file():
    from vbe.site.build import _require_own_names

    with pytest.raises(VbeError, match=r"A\.html"):
        _require_own_names(["a/a.html", "a/A.html"])
    with pytest.raises(VbeError, match="samma fil"):
        _require_own_names(["a.html", "a.html"])
    _require_own_names(["a.html", "a/a.html"])
