"""Three plans more, written after the reader had been mended by the five before: how well it reads what it has not seen."""

from tests.importing.paper import Paper


def goals_with_activities_below():
    """Aims as headings, activities as bold lines, and a line for each of what is to be known."""
    paper = Paper("Handlingsplan mot våldsbejakande extremism och för ökad demokrati")
    paper.text("Fastställd: Kommunstyrelsen 2019-10-14 § 188", "Giltighetstid: 2020–2023", "Ansvarig: Kommunchef")
    paper.heading("Nuläge").text("Skolorna har märkt fler odemokratiska uttryck de senaste åren.")
    paper.heading("Mål 1. Personal upptäcker oro tidigt")
    paper.bold("Aktivitet 1.1 Utbildning i samtalsmetodik")
    paper.text(
        "Ansvarig: Socialchef",
        "Medverkande: Rektorer och fritidschef",
        "Tidplan: Årligen i augusti",
        "Uppföljning: Deltagarlista",
    )
    paper.bold("Aktivitet 1.2 Kontaktvägar görs kända")
    paper.text("Ansvarig: Kommunikationsansvarig", "Tidplan: Första kvartalet 2020")
    paper.heading("Mål 2. Unga har framtidstro")
    paper.bold("Aktivitet 2.1 Sommarjobb till alla som söker")
    paper.text("Ansvarig: Arbetsmarknadsenheten", "Tidplan: Varje sommar")
    paper.bold("Aktivitet 2.2 Lovaktiviteter i alla tätorter")
    paper.text("Ansvarig: Kultur- och fritidsförvaltningen tillsammans med föreningar", "Tidplan: Sport-, höst- och sommarlov")
    return paper, [
        ("Utbildning i samtalsmetodik", {"socialchef"}, 12),
        ("Kontaktvägar görs kända", {"kommunikationsansvarig"}, "2020-03-31"),
        ("Sommarjobb till alla som söker", {"arbetsmarknadsenheten"}, 12),
        ("Lovaktiviteter i alla tätorter", {"kultur-och-fritidsforvaltningen"}, "Sport-, höst- och sommarlov"),
    ]


def wide_table_with_departments():
    """One wide table whose areas are merged cells to the left, with abbreviations, and times in many ways."""
    paper = Paper("Aktivitetsplan trygghet och motståndskraft 2025")
    paper.text("Beslutad av ledningsgruppen 2024-12-10. Dnr KS 2024/733.")
    paper.table(
        ("Insatsområde", "Vad vi ska göra", "Syfte", "Vem", "Tillsammans med", "När", "Resurser"),
        ("Kunskap", "Introduktion för nyanställda", "Alla vet vart de vänder sig", "HR", "", "Vid anställning", "Inom ram"),
        ("^", "Lägesbildsmöte", "Gemensam bild", "Säkerhetssamordnare", "Polis, SOC, BUF", "En gång i månaden", ""),
        (
            "Skola",
            "Trygghetsenkät i åk 5 och 8",
            "Veta mer om otrygghet",
            "Barn- och utbildningsförvaltningen (BUF)",
            "",
            "v. 40 2025",
            "",
        ),
        ("^", "Handledning till elevhälsan", "Stöd i svåra fall", "BUF", "Region", "Vid behov", "50 tkr"),
        ("Fritid", "Öppet sent på fredagar", "Minska otrygghet", "Kultur och fritid", "Nattvandrare", "jan–maj 2025", "120 tkr"),
        ("^", "Dialog med trossamfund", "Tillit", "Kommunledningen", "", "Minst två ggr per år", ""),
        (
            "Stöd",
            "Avhopparstöd via regional samverkan",
            "Väg ut",
            "Socialförvaltningen (SOC)",
            "Polis, kriminalvård",
            "Löpande",
            "",
        ),
        ("^", "Råd till oroliga anhöriga", "Hjälp i tid", "SOC", "", "Startar senast 1 mars 2025", ""),
    )
    return paper, [
        ("Introduktion för nyanställda", {"hr"}, "Vid anställning"),
        ("Lägesbildsmöte", {"sakerhetssamordnare"}, 1),
        ("Trygghetsenkät i åk 5 och 8", {"barn-och-utbildningsforvaltningen"}, "2025-10-05"),
        ("Handledning till elevhälsan", {"barn-och-utbildningsforvaltningen"}, "Vid behov"),
        ("Öppet sent på fredagar", {"kultur-och-fritid"}, "2025-05-31"),
        ("Dialog med trossamfund", {"kommunledningen"}, 6),
        ("Avhopparstöd via regional samverkan", {"socialforvaltningen"}, "Löpande"),
        ("Råd till oroliga anhöriga", {"socialforvaltningen"}, None),
    ]


def guidelines_with_duties():
    """Guidelines of a council: what each body does, as a list below its name."""
    paper = Paper("Riktlinjer för kommunens arbete mot våldsbejakande extremism")
    paper.table(("Fastställd av", "Kommunfullmäktige"), ("Datum", "2017-02-20"), ("Dokumentansvarig", "Utvecklingsstrateg"))
    paper.heading("Bakgrund").text("Riktlinjerna bygger på den nationella strategin.")
    paper.heading("Ansvarsfördelning och insatser")
    paper.heading("Kommunstyrelsen", 2).items("Samordnar arbetet och sammankallar nätverket", "Tar fram en lägesbild varje år")
    paper.heading("Socialnämnden", 2).items("Erbjuder stöd till den som vill lämna", "Ger råd till anhöriga")
    paper.heading("Utbildningsnämnden", 2).items("Arbetar med demokrati och källkritik i alla årskurser")
    paper.heading("Tecken på oro").items("Byter umgänge hastigt", "Uttrycker hat mot grupper")
    paper.heading("Uppföljning").text("Kommunstyrelsen följer upp riktlinjerna vartannat år.")
    return paper, [
        ("Samordnar arbetet och sammankallar nätverket", {"kommunstyrelsen"}, None),
        ("Tar fram en lägesbild varje år", {"kommunstyrelsen"}, 12),
        ("Erbjuder stöd till den som vill lämna", {"socialnamnden"}, None),
        ("Ger råd till anhöriga", {"socialnamnden"}, None),
        ("Arbetar med demokrati och källkritik i alla årskurser", {"utbildningsnamnden"}, None),
    ]


LAST = {make.__name__: make for make in (goals_with_activities_below, wide_table_with_departments, guidelines_with_duties)}
