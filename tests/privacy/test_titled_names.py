"""Names of persons in running text: found in made-up sentences in the manner of plans, and nothing else taken for one."""

from __future__ import annotations

import itertools

import pytest

from tests.report import small
from vbe.privacy.titled import titled_names
from vbe.rules.checker import check

FIRST = ("Anna", "Torvald", "Wibke", "Xhemile", "Lars-Erik", "Mats", "A.", "Karin Maria", "Zeynep", "Göran", "Ludmila", "Jens")
LAST = (
    "Andersson",
    "Kråkström",
    "Ahlén",
    "Berisha",
    "Sjödin",
    "von Holten",
    "Lindqvist",
    "Ek",
    "Demirtas",
    "Ståhle",
    "Öhrn-Brandt",
)
SENTENCES = (
    "Ansvarig: {n}.",
    "Ansvarig för arbetet är {n}.",
    "Kontakt: {n}, tfn.",
    "Mötet leds av rektor {n}.",
    "Rektor {n} leder gruppen.",
    "Handläggare {n} svarar på frågor.",
    "{n}, samordnare, kallar till möte.",
    "{n} (handläggare) följer upp.",
    "{n} är sammankallande.",
    "Förskolechef {n} deltar.",
    "Säkerhetssamordnaren {n} rapporterar.",
    "Gruppen leds av enhetschef {n}.",
    "Frågor besvaras av {n}, rektor på skolan.",
    "Sammankallande: {n}",
    "Kontaktperson i frågan: {n}",
    "Ärendet föredras av tf. förvaltningschef {n}.",
    "{n} är stadens samordnare mot extremism.",
    "Ansvarig handläggare är {n} på kansliet.",
    "Ordförande {n} öppnade mötet.",
    "{n} – projektledare – redovisade läget.",
)
NOBODY = (
    "Ansvarig: Rädda Barnen och Svenska kyrkan.",
    "Ansvarig är Socialnämnden tillsammans med Polisen Solna.",
    "Samordnare Region Stockholm deltar.",
    "Rektor vid Norra Skolan ansvarar.",
    "Kontakt: Solna stad, Kontaktcenter Solna.",
    "Handledare i Repulse Basic utbildas.",
    "Handläggare vid Brottsofferjouren Sverige svarar.",
    "Samverkan sker med Röda Korset, samordnare utses senare.",
    "Ansvarig för Huskurage är Fastighetsbolaget Signalisten.",
    "Enhetschef vid Stockholms Stadsmission bjuds in.",
    "Ansvarig: Fryshuset och Exit Fryshuset.",
    "Center mot Våldsbejakande Extremism är sammankallande.",
    "Rektor för Segerstedtska Gymnasiet leder.",
    "Utbildare från Mentorer i Våldsprevention är ansvarig.",
    "Communities That Care, samordnare utses.",
    "Grannsamverkan Huvudsta, kontakt via kommunen.",
    "Ansvarig: Kultur- och fritidsnämnden.",
    "Kontaktperson vid Länsstyrelsen Stockholm är utsedd.",
    "Handläggare i Mora Centrum.",
    "Samordnare enligt Lag Om Stöd.",
    "Hagalunds Bibliotek, ansvarig för mötena.",
    "Rektorerna i Råsunda Skolområde.",
    "Ansvarig förvaltning: Barn- och utbildningsförvaltningen.",
    "Nationellt Centrum, ansvarig myndighet.",
    "Polismästare i Polisområde Nord är ansvarig.",
    "Rektor ansvarar. Stockholm Nord deltar.",
    "Säkerhetschefen kallar Trygg i Solna.",
    "Motiverande Samtal, handledare utbildas.",
    "Unga Forum är samordnare.",
    "Sammankallande är Lokala BRÅ.",
    "Kommundirektören utser Brottsförebyggande Rådet.",
    "Boken av Astrid Lindgren läses i skolan.",
)


def test_recall():
    """All of the made-up sentences; the floor leaves room for a new sentence that is harder."""
    made = [s.format(n=f"{a} {b}") for s, (a, b) in itertools.product(SENTENCES, itertools.product(FIRST, LAST))]
    found = sum(bool(list(titled_names(text))) for text in made)
    assert found / len(made) >= 0.98


def test_precision():
    assert [text for text in NOBODY if list(titled_names(text))] == []


def test_nothing_of_the_own_records_is_taken_for_a_name():
    from tests.domain.towns import corpus, solna

    assert [d for d in check(corpus(solna())).diagnostics if d.code == "VBE709"] == []


@pytest.mark.parametrize("text", ["Ansvarig: Anna Andersson.", "Anna Andersson, rektor, leder mötet."])
def test_the_name_is_what_is_pointed_out(text):
    [(start, end)] = titled_names(text)
    assert text[start:end] == "Anna Andersson"


def test_an_error_where_the_public_reads_and_a_warning_where_it_does_not():
    area, report = "measures/02-stod.yaml", "followup/2024/socialnamnden.yaml"
    changed = small.edited(area, ("Socialnämnden utbildar sina chefer.", "Rektor Wibke Ahlén utbildar."))
    changed |= small.edited(report, ("Rutinen är känd i hela förvaltningen.", "Wibke Ahlén, rektor, gick igenom rutinen."))
    found = {
        d.location.file: (str(d.severity), d.message) for d in check(small.corpus(changed)).diagnostics if d.code == "VBE709"
    }
    assert {file: severity for file, (severity, _message) in found.items()} == {area: "error", report: "warning"}
    assert not any("Ahlén" in message for _severity, message in found.values())


def test_an_actor_with_such_a_name_is_no_person():
    changed = small.edited("strategy/organisation.yaml", ("name: Polisen", "name: Ateljé Wibke Ahlén"))
    changed |= small.edited("measures/02-stod.yaml", ("Socialnämnden utbildar sina chefer.", "Ansvarig är Wibke Ahlén."))
    assert [d for d in check(small.corpus(changed)).diagnostics if d.code == "VBE709"] == []


@pytest.mark.parametrize("text", ["Aa " * 20000, "Rektor " * 20000, "A. " * 20000, "Aa-" * 20000, "rektor är " * 20000])
def test_a_long_text_is_read_once(text):
    assert list(titled_names(text)) == []
