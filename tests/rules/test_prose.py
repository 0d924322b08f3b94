"""The texts of a record are found once for all rules that read them."""

from pathlib import Path

from vbe.model import prose
from vbe.rules import all_rules
from vbe.rules.checker import check
from vbe.store.loader import load
from vbe.store.repository import Disk

SOLNA = Path(__file__).parent.parent.parent


def test_each_record_is_walked_once_for_all_rules_of_texts(monkeypatch):
    corpus = load(Disk(SOLNA))
    walked = []
    plain = prose.prose
    monkeypatch.setattr(prose, "prose", lambda content: walked.append(id(content)) or plain(content))
    check(corpus)
    assert len(walked) == len(set(walked)) == len(corpus.records)


def test_the_checker_finds_what_each_rule_of_texts_finds_by_itself():
    corpus = load(Disk(SOLNA))
    together = [(d.code, d.location.file) for d in check(corpus).diagnostics]
    for rule in all_rules().values():
        if rule.read is not None:
            alone = [(rule.code, finding.file) for finding in rule.check(corpus)]
            assert sorted(alone) == sorted(found for found in together if found[0] == rule.code)
