"""A report made by hand that uses every shape of the model; `full` is about as long as a municipality's real one."""

from __future__ import annotations

from dataclasses import replace

from vbe.domain.colours import MARKS
from vbe.report.model import (
    Bar,
    Callout,
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Group,
    Listing,
    Paragraph,
    Provenance,
    Report,
    Section,
    Table,
    Target,
)

COLOURS = ("green", "yellow", "red", "grey")
WORDS = {"green": "pågår enligt plan", "yellow": "pågår, med avvikelse", "red": "pågår, försenad", "grey": "ej påbörjad"}
RUNNING = (
    "Kommunstyrelsen har under året samlat förvaltningarna i den gruppen för samordning som strategin kräver. Gruppen har "
    "träffats fyra gånger, gått igenom lägesbilden tillsammans med polisen och trygghetsrådet, och bestämt vem som kontaktas "
    "vid misstanke. Två förvaltningar har ännu inte lämnat sina rutiner."
)
ORIGIN = Provenance(
    tool="vbe 0.1.0",
    commit="7d3f0c9b52a1e6840f9d1c2b3a4e5f60718293a4",
    committed_on="2018-03-21T14:05:09+01:00",
    dirty=False,
    year=2017,
    as_of="2018-03-01",
    cut="kommunstyrelsen",
    templates="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)


def cell(*lines: str, colour: str | None = None, value: float | str | None = None) -> Cell:
    return Cell(lines, MARKS[colour] if colour else None, value)


def values_table(identity: str, title: str, bars: tuple[Bar, ...]) -> Table:
    columns = (Column("År"), Column("Värde", "number"))
    return Table(f"{identity}-varden", title, columns, tuple((cell(bar.label), cell(bar.text, value=bar.value)) for bar in bars))


def chart(identity: str = "aktuella-rutiner", title: str = "Andel aktuella rutiner") -> Chart:
    bars = (Bar("2015", None, "saknas"), Bar("2016", 72.4, "72,4\u00a0%"), Bar("2017", 98.7, "98,7\u00a0%"))
    return Chart(
        identity,
        title,
        f"Stapeldiagram: {title}, procent. 2015: saknas. 2016: 72,4 procent. 2017: 98,7 procent. Målet är 90 procent.",
        "procent",
        100,
        bars,
        Target(90, "Mål 90\u00a0%"),
        values_table(identity, title, bars),
    )


def commitments(area: int, count: int) -> Table:
    columns = (
        Column("Nr"),
        Column("Åtgärd", width=5),
        Column("Ansvarig", width=3),
        Column("Klart", "date", 2),
        Column("Status", "status", 2),
        Column("Resultat och avvikelse", width=5),
    )
    rows = tuple(
        (
            cell(f"{area}.{n}"),
            cell("Förvaltningarna håller sina rutiner aktuella och övar dem med sina medarbetare varje år."),
            cell("Barn- och utbildningsnämnden", "Socialnämnden"),
            cell("31\u00a0december 2017", value="2017-12-31"),
            cell(WORDS[COLOURS[(area + n) % 4]], colour=COLOURS[(area + n) % 4]),
            cell("Alla rutiner är granskade.", "Orsak: två chefsbyten under hösten.", "Nästa steg: ny granskning i maj.")
            if n % 3
            else cell("saknas"),
        )
        for n in range(1, count + 1)
    )
    return Table(f"omrade-{area}", f"Åtgärder i område {area}", columns, rows)


def area(number: int) -> Group:
    colour = COLOURS[number % 4]
    facts = Facts(
        "Om området",
        (
            Fact("Ansvarig", "Kommunstyrelsen"),
            Fact("Inriktning", "Främja, förebygga"),
            Fact("Läge", WORDS[colour], MARKS[colour]),
            Fact("Budget", "saknas"),
        ),
    )
    blocks = (
        Paragraph("Syftet är att alla som möter medborgare vet vad de ska göra och vem de kan fråga."),
        facts,
        commitments(number, 5),
        chart(f"rutiner-{number}", "Andel aktuella rutiner"),
        chart(f"utbildade-{number}", "Andel medarbetare som gått grundutbildningen de senaste två åren"),
    )
    return Group(f"omrade-{number}", f"Område {number}: Samordning, stöd och information", blocks, MARKS[colour])


def traceability(count: int) -> Table:
    columns = (
        Column("Krav"),
        Column("Avsnitt", width=2),
        Column("Vad texten kräver", width=6),
        Column("Ansvarig", width=3),
        Column("Hur det möts", width=3),
        Column("Åtgärd", width=1),
        Column("Antal", "number"),
        Column("Status", "status", 2),
    )
    rows = tuple(
        (
            cell(f"O-{n // 12 + 1:02}-{n % 12 + 1:02}"),
            cell(f"Område {n // 12 + 1}"),
            cell("Nämnderna ska se till att samtliga chefer och medarbetare känner till rutinerna och vem som är kontaktperson."),
            cell("Kommunstyrelsen"),
            cell("Åtgärd", "Rutin"),
            cell(f"{n // 12 + 1}.{n % 5 + 1}"),
            cell(f"{n * 1000:,}".replace(",", "\u00a0"), value=n * 1000),
            cell(WORDS[COLOURS[n % 4]], colour=COLOURS[n % 4]),
        )
        for n in range(count)
    )
    return Table("sparbarhet", "Alla krav i strategin och var de möts", columns, rows)


def sections(areas: int, obligations: int) -> tuple[Section, ...]:
    running = Paragraph(RUNNING)
    return (
        Section("syfte", "0", "Vad rapporten är", (Paragraph(RUNNING, lead=True), running)),
        Section(
            "sammanfattning",
            "1",
            "Sammanfattning",
            (
                Paragraph("Två av tolv områden är röda. De saknar rapport från barn- och utbildningsnämnden.", lead=True),
                Callout("warning", "Rapport saknas", "Barn- och utbildningsnämnden har inte lämnat sin uppföljning."),
                Callout(
                    "note", "Uppföljning är inte utvärdering", "Rapporten säger vad som gjorts, inte vilken verkan det haft."
                ),
                Callout("example", "Exempel", "Uppgifterna är påhittade för att visa rapportens form."),
                commitments(1, 4),
                running,
            ),
        ),
        Section(
            "beslut",
            "2",
            "Förslag till beslut",
            (
                Listing(
                    ("Kommunstyrelsen godkänner uppföljningen.", "Socialnämnden lämnar sina rutiner senast den 1 maj."),
                    ordered=True,
                ),
                Listing(("Beslutet skickas till trygghetsrådet", "och till nämnderna.")),
            ),
        ),
        Section("omraden", "3", "Områdena", tuple(area(number) for number in range(1, areas + 1))),
        Section(
            "forandringar", "4", "Vad som ändrats under året", (running, Listing(tuple(f"Rutin {n} ändrades." for n in range(9))))
        ),
        Section("sparbarhet", "Bilaga 1", "Spårbarhet", (running, traceability(obligations))),
        Section(
            "ordlista", "Bilaga 2", "Ordlista och metod", (Facts("Ord", tuple(Fact(f"Ord {n}", RUNNING) for n in range(8))),)
        ),
    )


def full(areas: int = 12, obligations: int = 138) -> Report:
    """About thirty pages and 24 charts."""
    return Report(
        title="Uppföljning 2017 av strategin mot våldsbejakande extremism",
        subtitle="Årlig uppföljning till kommunstyrelsen",
        municipality="Solna stad",
        year=2017,
        period="1 januari–31 december 2017",
        part_year=False,
        example=True,
        as_of="2018-03-01",
        as_of_words="1\u00a0mars 2018",
        reader="kommunstyrelsen",
        visibility="internal",
        distribution="Intern",
        banners=(Callout("example", "Exempel", "Rapporten bygger på påhittade uppgifter."),),
        provenance=ORIGIN,
        sections=sections(areas, obligations),
        contents=True,
    )


def short() -> Report:
    """Every shape once."""
    return full(areas=1, obligations=3)


def saying(text: str) -> Report:
    """A small report that holds a text in every place where a text can stand."""
    bars = (Bar(text, 5, text), Bar("b", None, text))
    table = Table(
        "t",
        text,
        (Column(text), Column(text, "number")),
        ((cell(text), cell(text, text)), (cell(text, colour="red"), cell("1", value=1))),
    )
    blocks = (
        Paragraph(text),
        Paragraph(text, lead=True),
        Facts(text, (Fact(text, text), Fact(text, text, MARKS["red"]))),
        table,
        Chart("c", text, text, text, 10, bars, Target(7, text), replace(table, id="u")),
        Listing((text, text)),
        Listing((text,), ordered=True),
        Callout("note", text, text),
    )
    return replace(
        full(0, 0),
        title=text,
        subtitle=text,
        municipality=text,
        period=text,
        reader=text,
        banners=(Callout("warning", text, text),),
        sections=(Section("s", "0", text, (*blocks, Group("g", text, blocks, MARKS["green"]))),),
    )
