"""A third round, written after the second had been mended."""

from tests.importing.paper import Paper


def duties_in_prose():
    """Levels in running text, without a list and without a table."""
    paper = Paper("Policy mot våldsbejakande extremism i Sundåkers kommun")
    paper.text("Antagen av kommunfullmäktige 2018-05-28 § 64", "Ansvarig: Kommunchefen")
    paper.heading("Inledning").text("Policyn gäller alla verksamheter. Den utgår från den nationella strategin.")
    paper.heading("Främjande åtgärder").text(
        "Utbildningsnämnden ska varje läsår arbeta med demokrati i alla skolor.",
        "Kultur- och fritidsnämnden ska erbjuda mötesplatser för unga i hela kommunen.",
    )
    paper.heading("Förebyggande åtgärder").text(
        "Socialnämnden ska ha en väg in för oro som är öppen alla vardagar.",
        "Kommunstyrelsen ska senast den 31 december 2018 utse en samordnare.",
    )
    paper.heading("Uppföljning").text("Kommunstyrelsen ska följa upp policyn varje mandatperiod.")
    return paper, [
        ("Utbildningsnämnden ska varje läsår arbeta med demokrati i alla skolor.", {"utbildningsnamnden"}, 12),
        ("Kultur- och fritidsnämnden ska erbjuda mötesplatser för unga i hela kommunen.", {"kultur-och-fritidsnamnden"}, None),
        ("Socialnämnden ska ha en väg in för oro som är öppen alla vardagar.", {"socialnamnden"}, None),
        ("Kommunstyrelsen ska senast den 31 december 2018 utse en samordnare.", {"kommunstyrelsen"}, "2018-12-31"),
    ]


def table_by_audience():
    """A table by target group, with who and when in one column."""
    paper = Paper("Handlingsplan 2023–2024: Tillsammans mot extremism").text("Dnr: KS-2022/311", "Beslut: KSAU 2022-12-06 § 301")
    paper.heading("Våra åtgärder").table(
        ("För vem", "Det här gör vi", "Ansvar och tid"),
        ("Elever", "Rollspel om källkritik i årskurs 9", "Rektor, vt 2023"),
        ("", "Elevskyddsombud utbildas", "Rektor, varje hösttermin"),
        ("Föräldrar", "Föräldraföreläsning", "Elevhälsan, 2023-10-31"),
        ("Personal", "Webbkurs för alla nyanställda", "HR-avdelningen, löpande"),
        ("Föreningar", "Bidragsregler med demokrativillkor", "Fritidsnämnden, senast juni 2024"),
    )
    return paper, [
        ("Rollspel om källkritik i årskurs 9", {"rektor"}, "2023-06-30"),
        ("Elevskyddsombud utbildas", {"rektor"}, 12),
        ("Föräldraföreläsning", {"elevhalsan"}, "2023-10-31"),
        ("Webbkurs för alla nyanställda", {"hr-avdelningen"}, "löpande"),
        ("Bidragsregler med demokrativillkor", {"fritidsnamnden"}, "2024-06-30"),
    ]


def crime_plan_with_numbered_tables():
    """Problems as headings; a table with numbered measures and the words of the crime prevention council."""
    paper = Paper("Åtgärdsplan brottsförebyggande arbete Lunnehult")
    paper.table(("Beslutad av:", "Kommunstyrelsen"), ("Datum:", "2024-06-17"), ("Gäller:", "2024-07-01 – 2026-06-30"))
    paper.heading("Problemområde A – Unga och narkotika").text("Fler unga uppger att de har provat.")
    heads = ("#", "Åtgärd", "Syfte/effektmål", "Ansvarig funktion", "Samverkansparter", "Start", "Klart", "Indikator")
    paper.table(
        heads,
        (
            "A1",
            "Drogförebyggande program i åk 7",
            "Senare debut",
            "Rektorer",
            "Elevhälsa",
            "aug 2024",
            "juni 2026",
            "Andel elever som provat",
        ),
        ("A2", "Snabb kontakt vid oro", "Tidig hjälp", "IFO-chef", "Polisen", "2024-07-01", "Fortlöpande", "Antal samtal"),
    )
    paper.heading("Problemområde B – Skadegörelse").table(
        heads,
        ("B1", "Klotter saneras inom 48 timmar", "Snyggare miljö", "Gatuchef", "Entreprenör", "2024", "2026", "Andel i tid"),
        ("B2", "Belysning på skolgårdar", "Ökad trygghet", "Fastighetschef", "", "", "Q4 2024", ""),
        (
            "B3",
            "Trygghetsvandringar",
            "Delaktighet",
            "Trygghetssamordnare",
            "BRÅ, föreningar",
            "",
            "1 ggr/år",
            "Antal vandringar",
        ),
    )
    return paper, [
        ("Drogförebyggande program i åk 7", {"rektorer"}, "2026-06-30"),
        ("Snabb kontakt vid oro", {"ifo-chef"}, "Fortlöpande"),
        ("Klotter saneras inom 48 timmar", {"gatuchef"}, "2026-12-31"),
        ("Belysning på skolgårdar", {"fastighetschef"}, "2024-12-31"),
        ("Trygghetsvandringar", {"trygghetssamordnare"}, 12),
    ]


THIRD = {make.__name__: make for make in (duties_in_prose, table_by_audience, crime_plan_with_numbered_tables)}
