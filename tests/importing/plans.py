"""Fifteen plans of different make, written for the tests in the manner of real ones, each with a key made by hand.

No municipality, no person and no decision here is real. A key has a line for each measure: its text, who answers for it (ids), and
its time: a last day, months between two times, words for an event, or None where the plan says nothing.
"""

from tests.importing.paper import Paper

KS, SN, BUN, KFN = "kommunstyrelsen", "socialnamnden", "barn-och-utbildningsnamnden", "kultur-och-fritidsnamnden"


def aims_and_measures():
    paper = Paper("Handlingsplan mot våldsbejakande extremism 2024–2026")
    paper.text("Antagen av kommunfullmäktige 2023-12-11, § 142", "Dnr KS 2023/418")
    paper.heading("Inledning").text(
        "Älvhults kommun ska vara en trygg plats för alla som bor och verkar här. Planen beskriver vad vi gör tillsammans.",
        "Kommunstyrelsen ska varje år redovisa hur arbetet går.",
    )
    heads = ("Åtgärd", "Ansvarig", "Tid", "Uppföljning")
    paper.heading("Mål 1: Ökad kunskap om våldsbejakande extremism")
    paper.text("Medarbetare som möter barn, unga och föräldrar vet vad de ska titta efter och vart de vänder sig.")
    paper.table(
        heads,
        ("Alla chefer går en grundutbildning om våldsbejakande extremism.", "Kommunstyrelsen", "2024", "Antal utbildade chefer"),
        ("Elevhälsan och skolornas rektorer utbildas i att känna igen tecken.", "Barn- och utbildningsnämnden", "HT 2024", ""),
        ("Socialtjänstens handläggare får handledning i svåra samtal.", "Socialnämnden", "Löpande", "Årlig avstämning"),
        ("En kort film om var man hittar stöd visas på arbetsplatsträffar.", "Kommunstyrelsen", "våren 2025", ""),
        ("Fritidsledare deltar i nätverksträffar om unga i riskzon.", "Kultur- och fritidsnämnden", "Två gånger per år", ""),
    )
    paper.heading("Mål 2: Tidiga insatser för barn och unga")
    paper.text("Ingen ung person ska behöva vänta på hjälp.")
    paper.table(
        heads,
        ("Ta fram en rutin för hur oro hanteras från skola till socialtjänst.", "BUN och SN", "Senast 2024-06-30", ""),
        ("Erbjud föräldrastöd till familjer som känner oro.", "Socialnämnden", "Löpande", "Antal familjer"),
        ("Arbeta med källkritik och demokrati i årskurs 7–9.", "BUN", "Varje läsår", "Redovisas i kvalitetsrapporten"),
        ("Öppna fritidsgårdarna även på sommarlovet.", "Kultur- och fritidsnämnden", "2024-2026", ""),
        ("Uppsökande arbete vid torget på kvällar och helger.", "Socialnämnden", "Vid behov", ""),
    )
    paper.heading("Mål 3: Samverkan som fungerar")
    paper.table(
        heads,
        (
            "Den lokala samverkansgruppen träffas och delar lägesbild.",
            "Kommunstyrelsen i samverkan med Polisen",
            "Kvartalsvis",
            "",
        ),
        ("Lägesbilden uppdateras.", "KS", "Årligen", ""),
        ("Dialog med föreningar och trossamfund om trygghet.", "Kultur- och fritidsnämden", "Hösten 2025", "Minnesanteckningar"),
        ("Öva hur kommunen samordnar sig vid en händelse.", "Kommunstyrelsen", "Vartannat år", "Övningsrapport"),
    )
    return paper, [
        ("Alla chefer går en grundutbildning om våldsbejakande extremism.", {KS}, "2024-12-31"),
        ("Elevhälsan och skolornas rektorer utbildas i att känna igen tecken.", {BUN}, "2024-12-31"),
        ("Socialtjänstens handläggare får handledning i svåra samtal.", {SN}, "Löpande"),
        ("En kort film om var man hittar stöd visas på arbetsplatsträffar.", {KS}, "2025-06-30"),
        ("Fritidsledare deltar i nätverksträffar om unga i riskzon.", {KFN}, 6),
        ("Ta fram en rutin för hur oro hanteras från skola till socialtjänst.", {BUN, SN}, "2024-06-30"),
        ("Erbjud föräldrastöd till familjer som känner oro.", {SN}, "Löpande"),
        ("Arbeta med källkritik och demokrati i årskurs 7–9.", {BUN}, 12),
        ("Öppna fritidsgårdarna även på sommarlovet.", {KFN}, "2026-12-31"),
        ("Uppsökande arbete vid torget på kvällar och helger.", {SN}, "Vid behov"),
        ("Den lokala samverkansgruppen träffas och delar lägesbild.", {KS}, 3),
        ("Lägesbilden uppdateras.", {KS}, 12),
        ("Dialog med föreningar och trossamfund om trygghet.", {KFN}, "2025-12-31"),
        ("Öva hur kommunen samordnar sig vid en händelse.", {KS}, 24),
    ]


def areas_and_routines():
    paper = Paper("Riktlinjer mot våldsbejakande extremism")
    paper.table(
        ("Dokumenttyp", "Riktlinje"),
        ("Diarienummer", "KS 2022/77"),
        ("Antagen av", "Kommunstyrelsen 2022-05-09, § 61"),
        ("Giltighetstid", "Tills vidare"),
        ("Dokumentansvarig", "Säkerhetschef"),
    )
    paper.heading("1. Syfte").text("Riktlinjerna anger hur Brännefors kommun arbetar för att ingen ska dras in i våld.")
    paper.heading("2. Kunskap och utbildning")
    paper.text("Kunskapen behöver finnas nära dem som möter unga.", "Kommunen ska därför:")
    paper.items(
        "utbilda nyckelpersoner i skola, socialtjänst och fritid. Ansvarig: säkerhetssamordnaren. Klart: 2023-06-30",
        "ha ett aktuellt stödmaterial på intranätet. Ansvarig: kommunikationsenheten. Tid: löpande",
    )
    paper.heading("3. Stöd till den enskilde")
    paper.text("Var och en som vill lämna en extremistisk miljö ska få hjälp.")
    paper.heading("Åtgärder", 2)
    paper.items(
        "Individuella stödinsatser planeras tillsammans med den som söker hjälp. Ansvarig: socialtjänsten",
        "Samverkan med regionen om hälso- och sjukvård. Ansvarig: socialchefen. Tidplan: årligen",
        "Anhöriga erbjuds samtal. Ansvarig: familjerådgivningen.",
    )
    paper.heading("4. Rutin vid oro").text("Följ stegen i ordning.")
    paper.items(
        "Kontakta din närmaste chef samma dag.",
        "Chefen kontaktar säkerhetssamordnaren.",
        "Gör en orosanmälan om ett barn berörs.",
        style="List Number",
    )
    paper.heading("5. Tecken på radikalisering").items("Ny umgängeskrets", "Svartvit syn på omvärlden", "Hot mot andra grupper")
    paper.heading("6. Kontakter").table(
        ("Funktion", "Telefon", "E-post"),
        ("Säkerhetssamordnare", "0123-45 67 89", "anna.andersson@brannefors.se"),
        ("Polisen", "114 14", ""),
    )
    return paper, [
        ("utbilda nyckelpersoner i skola, socialtjänst och fritid", {"sakerhetssamordnaren"}, "2023-06-30"),
        ("ha ett aktuellt stödmaterial på intranätet", {"kommunikationsenheten"}, "löpande"),
        ("Individuella stödinsatser planeras tillsammans med den som söker hjälp", {"socialtjansten"}, None),
        ("Samverkan med regionen om hälso- och sjukvård", {"socialchefen"}, 12),
        ("Anhöriga erbjuds samtal", {"familjeradgivningen"}, None),
    ]


def one_table():
    paper = Paper()
    paper.bold("Handlingsplan för att värna demokratin mot våldsbejakande extremism")
    paper.text("Gäller under: 2023-01-01 – 2025-12-31", "Beslutad av: Kommunstyrelsen 2022-11-14 § 203")
    paper.table(
        ("Mål", "Delmål", "Aktivitet", "Målgrupp", "Ansvarig nämnd/förvaltning", "Samverkan med", "När", "Indikator"),
        ("Invånarna känner tillit", "Fler unga deltar", "Ungdomsråd inrättas i varje kommundel", "Unga 13–19 år", "Kultur och fritid",
         "Skolan, föreningslivet", "Q2 2023", "Antal unga i råden"),
        ("^", "", "Medborgardialog om trygghet", "Alla invånare", "Kommunledningskontoret", "", "Årligen, första gången hösten 2023",
         "Antal deltagare"),
        ("^", "", "Trygghetsvandringar i centrum", "", "Kommunledningskontoret", "Polisen, fastighetsägare", "En gång per år", ""),
        ("Skolan är en trygg plats", "Alla elever har en vuxen", "Elevhälsoteamen får fördjupad utbildning", "Elevhälsan",
         "Utbildningsförvaltningen", "Länsstyrelsen", "Klart december 2023", "Andel utbildade team"),
        ("^", "", "Lärare får stöd i att möta odemokratiska uttryck", "Lärare", "Utbildningsförvaltningen", "", "Löpande", ""),
        ("^", "", "Likabehandlingsplanerna ses över", "", "Rektorer", "", "Varje läsår", ""),
        ("Den som vill lämna får stöd", "", "Rutin för avhopparstöd tas fram", "Vuxna", "Socialförvaltningen",
         "Kriminalvården, polisen", "2023-12-31", "Rutin finns"),
        ("^", "", "Avtal om samtalsstöd tecknas", "Anhöriga", "Socialförvaltningen", "Grannkommuner", "2024", ""),
    )  # fmt: skip
    paper.text("Planen ska följas upp i årsredovisningen.")
    return paper, [
        ("Ungdomsråd inrättas i varje kommundel", {"kultur-och-fritid"}, "2023-06-30"),
        ("Medborgardialog om trygghet", {"kommunledningskontoret"}, "2023-12-31, 12"),
        ("Trygghetsvandringar i centrum", {"kommunledningskontoret"}, 12),
        ("Elevhälsoteamen får fördjupad utbildning", {"utbildningsforvaltningen"}, "2023-12-31"),
        ("Lärare får stöd i att möta odemokratiska uttryck", {"utbildningsforvaltningen"}, "Löpande"),
        ("Likabehandlingsplanerna ses över", {"rektorer"}, 12),
        ("Rutin för avhopparstöd tas fram", {"socialforvaltningen"}, "2023-12-31"),
        ("Avtal om samtalsstöd tecknas", {"socialforvaltningen"}, "2024-12-31"),
    ]


def table_each():
    paper = Paper("Åtgärdsplan – trygghet och demokrati 2025")
    paper.heading("Så läser du planen").text("Varje åtgärd har en egen tabell. Uppföljning sker i delårsrapporten.")
    paper.heading("Främja")
    paper.table(
        ("Åtgärd 1: Demokrativecka på biblioteken", "<"), ("Syfte", "Att fler ska få tala om demokrati."),
        ("Ansvarig", "Bibliotekschefen"), ("Medverkande", "Studieförbund och skolor"), ("Tidplan", "Oktober 2025"),
        ("Uppföljning", "Antal besökare"),
    )  # fmt: skip
    paper.table(
        ("Åtgärd 2: Kommunens fritidsgårdar har öppet på kvällar", "<"), ("Syfte", "En trygg mötesplats."), ("Ansvarig", "Fritidschefen"),
        ("Medverkande", ""), ("Tidplan", "Löpande"), ("Uppföljning", ""),
    )  # fmt: skip
    paper.heading("Förebygga")
    paper.table(
        ("Åtgärd", "Utbilda fältgruppen i att upptäcka rekrytering"), ("Målgrupp", "Fältarbetare"), ("Ansvarig", "Enhetschef öppenvård"),
        ("Tidplan", "VT 2025"), ("Status", "Pågår"),
    )  # fmt: skip
    paper.table(
        ("Åtgärd", "Samrådsmöten mellan socialtjänst och polis om unga i risk"), ("Målgrupp", "Unga"),
        ("Ansvarig", "Socialnämnden tillsammans med Polisen"), ("Tidplan", "Varje månad"), ("Status", "Pågår"),
    )  # fmt: skip
    paper.heading("Förhindra")
    paper.table(
        ("Åtgärd", "Checklista för förhöjd hotbild mot kommunens evenemang"), ("Målgrupp", ""), ("Ansvarig", "Säkerhetschefen"),
        ("Tidplan", "Senast den 1 september 2025"), ("Status", ""),
    )  # fmt: skip
    return paper, [
        ("Demokrativecka på biblioteken", {"bibliotekschefen"}, "2025-10-31"),
        ("Kommunens fritidsgårdar har öppet på kvällar", {"fritidschefen"}, "Löpande"),
        ("Utbilda fältgruppen i att upptäcka rekrytering", {"enhetschef-oppenvard"}, "2025-06-30"),
        ("Samrådsmöten mellan socialtjänst och polis om unga i risk", {SN}, 1),
        ("Checklista för förhöjd hotbild mot kommunens evenemang", {"sakerhetschefen"}, "2025-09-01"),
    ]


def numbered_prose():
    paper = Paper("Plan mot radikalisering och våldsbejakande extremism i Norrsele kommun 2021-2024")
    paper.bold("Bakgrund").text("Planen bygger på en kartläggning som gjordes under 2020.")
    paper.bold("Åtgärder")
    paper.text(
        "1. Kommunen utser en samordnare som är väg in för frågor om extremism. Ansvarig: kommundirektören. Klart: 2021-03-31",
        "2. Personal i förskola, skola och socialtjänst får utbildning. Ansvarig: Förvaltningscheferna. Tidplan: 2021–2022",
        "3. En lokal lägesbild tas fram tillsammans med polisen och hålls aktuell. Ansvarig: Samordnaren. Tidplan: Årligen",
        "4. Kommunens lokaler hyrs inte ut till verksamhet som strider mot demokratin. Ansvarig: Tekniska nämnden. Tidplan: Tills vidare",
        "5. Ett avtal om avhopparverksamhet prövas. Ansvarig: Socialnämnden.",
        "6. Information om stödtelefonen sprids i kommunens kanaler.",
    )
    paper.bold("Uppföljning").text("Kommunstyrelsen ska varje vår få en rapport om hur planen följs.")
    return paper, [
        ("Kommunen utser en samordnare som är väg in för frågor om extremism", {"kommundirektoren"}, "2021-03-31"),
        ("Personal i förskola, skola och socialtjänst får utbildning", {"forvaltningscheferna"}, "2022-12-31"),
        ("En lokal lägesbild tas fram tillsammans med polisen och hålls aktuell", {"samordnaren"}, 12),
        ("Kommunens lokaler hyrs inte ut till verksamhet som strider mot demokratin", {"tekniska-namnden"}, "Tills vidare"),
        ("Ett avtal om avhopparverksamhet prövas", {SN}, None),
        ("Information om stödtelefonen sprids i kommunens kanaler.", set(), None),
    ]


def joint_plan():
    paper = Paper("Gemensam handlingsplan för Västra, Mellersta och Östra Bergs kommuner 2024–2027")
    paper.table(
        ("Dokumenttyp", "Handlingsplan"),
        ("Fastställd av", ("Kommunfullmäktige i Västra Berg 2023-11-27 § 101, kommunfullmäktige i Mellersta Berg 2023-12-04 § 88, "
         "kommunfullmäktige i Östra Berg 2023-12-11 § 95")),
        ("Giltig till och med", "2027-12-31"), ("Gäller för", "Samtliga nämnder"),
    )  # fmt: skip
    paper.heading("Gemensamma åtgärder").table(
        ("Nr", "Insats", "Huvudansvarig", "Medaktörer", "Startar", "Klart senast", "Kommentar"),
        ("1", "Gemensam utbildningsserie för chefer", "Kommunförbundet", "Länsstyrelsen", "2024-01-15", "2025-12-31", ""),
        ("2", "Gemensam lägesbild för de tre kommunerna", "Säkerhetssamordnarna", "Lokalpolisområdet", "2024-02-01", "2024-10-31",
         "Tas fram vartannat år"),
        ("3", "Mentorsprogram för unga vuxna", "Arbetsmarknadsenheten", "Föreningar, näringsliv", "", "2026-06-30", "Ny finansiering söks"),
    )  # fmt: skip
    paper.heading("Åtgärder i respektive kommun").table(
        ("Nr", "Insats", "Huvudansvarig", "Medaktörer", "Startar", "Klart senast", "Kommentar"),
        ("4", ("Rutiner för samverkan mellan skola och socialtjänst", "Rutiner för hot mot förtroendevalda"), "Respektive nämnd", "", "",
         "2024-12-31", ""),
        ("5", "Översyn av bidragsregler", "Kulturnämnderna", "", "", "2025", "Gäller även lokaler"),
    )  # fmt: skip
    return paper, [
        ("Gemensam utbildningsserie för chefer", {"kommunforbundet"}, "2025-12-31"),
        ("Gemensam lägesbild för de tre kommunerna", {"sakerhetssamordnarna"}, "2024-10-31"),
        ("Mentorsprogram för unga vuxna", {"arbetsmarknadsenheten"}, "2026-06-30"),
        ("Rutiner för samverkan mellan skola och socialtjänst", {"respektive-namnd"}, "2024-12-31"),
        ("Rutiner för hot mot förtroendevalda", {"respektive-namnd"}, "2024-12-31"),
        ("Översyn av bidragsregler", {"kulturnamnderna"}, "2025-12-31"),
    ]


def crime_prevention():
    paper = Paper("Brottsförebyggande åtgärdsplan 2024–2025")
    paper.table(
        ("Antagen av", "Diarienummer"), ("Kommunstyrelsen 2024-01-22 § 9", "KS/2023:512"), ("Giltighetstid", "Dokumentansvarig"),
        ("2024-2025", "Brottsförebyggande samordnare"),
    )  # fmt: skip
    paper.heading("Lägesbild").text("Skadegörelse och otrygghet kring resecentrum är de problem som flest anger.")
    heads = ("Orsak", "Åtgärd", "Mål", "Ansvarig", "Medverkande", "Tidsram", "Uppföljning")
    paper.heading("Problem: Skadegörelse vid skolor")
    paper.text("Skadegörelsen sker främst kvällar och helger, och kostnaden har ökat tre år i rad.")
    paper.table(
        heads,
        ("Få vuxna på plats kvällstid", "Fältarbetare rör sig kring skolorna", "Minskad skadegörelse", "Socialförvaltningen",
         "Fritidsgårdarna", "Februari–juni 2024", "Månadsvis avstämning"),
        ("Dålig belysning", "Belysningen ses över och kompletteras", "Alla skolgårdar är belysta", "Samhällsbyggnadsförvaltningen",
         "Fastighetsbolaget", "2024-09-30", "Besiktning"),
        ("^", "Buskage beskärs", "", "Samhällsbyggnadsförvaltningen", "", "Varje år", ""),
    )  # fmt: skip
    paper.heading("Problem: Otrygghet vid resecentrum")
    paper.table(
        heads,
        ("Saknas platssamverkan", "Platssamverkan startas med handlare och fastighetsägare", "Tryggheten ökar i mätningen",
         "Kommunstyrelseförvaltningen", "Polisen", "Start mars 2024, klart 2025-03-31", "Trygghetsmätning"),
        ("Öppen droghandel", "Gemensamma insatsveckor", "", "Polisen", "Kommunens ordningsvakter", "4 gånger per år", ""),
    )  # fmt: skip
    return paper, [
        ("Fältarbetare rör sig kring skolorna", {"socialforvaltningen"}, "2024-06-30"),
        ("Belysningen ses över och kompletteras", {"samhallsbyggnadsforvaltningen"}, "2024-09-30"),
        ("Buskage beskärs", {"samhallsbyggnadsforvaltningen"}, 12),
        ("Platssamverkan startas med handlare och fastighetsägare", {"kommunstyrelseforvaltningen"}, "2025-03-31"),
        ("Gemensamma insatsveckor", {"polisen"}, 3),
    ]


def strategy_with_cover():
    paper = Paper("Strategi mot våldsbejakande extremism")
    paper.table(
        ("Dokumenttyp", "För revidering ansvarar", "Dokumentet gäller till och med"),
        ("Strategi", "Säkerhetschefen", "2021-12-31"),
        ("Diarienummer", "Uppföljning och tidplan", "Fastställt"),
        ("KS/2018:204", "Kommunstyrelsen, årligen", "KF 2018-04-23, § 57"),
        ("Dokumentet gäller", "<", "<"),
        ("Samtliga nämnder", "<", "<"),
    )
    paper.heading("1. Samverkan", 1).text("Staden har en grupp som håller ihop arbetet.")
    paper.text("Samverkansgruppen ska bestå av säkerhetschefen och varje förvaltnings kontaktperson.")
    paper.heading("Åtgärder", 2).items(
        "1.1 Samverkansgruppen möts fyra gånger om året. Ansvarig: säkerhetschefen. När: kvartalsvis",
        "1.2 Samverkansöverenskommelsen med polisen förnyas. Ansvarig: kommunstyrelsen. När: 2019",
    )
    paper.heading("2. Information och utbildning", 1).text("Kunskap är grunden för att upptäcka tidigt.")
    paper.heading("Åtgärder", 2).items(
        "2.1 Förvaltningarna utbildar sin personal. Ansvarig: samtliga nämnder. När: årligen",
        "2.2 Stadens webbplats berättar vart man vänder sig. Ansvarig: kommunikationsavdelningen. När: 2018-12-31",
    )
    paper.heading("3. Uthyrning av lokaler", 1)
    paper.heading("Åtgärder", 2).items(
        "3.1 Gemensamma regler för uthyrning tas fram. Ansvarig: kultur- och fritidsnämnden. När: våren 2019"
    )
    return paper, [
        ("Samverkansgruppen möts fyra gånger om året", {"sakerhetschefen"}, 3),
        ("Samverkansöverenskommelsen med polisen förnyas", {KS}, "2019-12-31"),
        ("Förvaltningarna utbildar sin personal", {"samtliga-namnder"}, 12),
        ("Stadens webbplats berättar vart man vänder sig", {"kommunikationsavdelningen"}, "2018-12-31"),
        ("Gemensamma regler för uthyrning tas fram", {KFN}, "2019-06-30"),
    ]


def levels_in_prose():
    paper = Paper("Riktlinjer för arbetet mot våldsbejakande extremism")
    paper.text("Dokumentet gäller till och med: tills vidare", "Fastställt: KF 2016-06-13, § 95")
    paper.heading("Inledning").text("Kommunens arbete sker på tre nivåer.")
    paper.heading("Generella insatser").text(
        "Det breda arbetet riktar sig till alla och bedrivs i skola, fritid och föreningsliv."
    )
    paper.bold("Förslag på aktiviteter").items(
        "Föreläsningar för elever om demokrati och mänskliga rättigheter", "Föräldramöten om barns liv på nätet"
    )
    paper.heading("Specifika insatser").text("När en grupp riskerar att dras in behövs riktade insatser.")
    paper.bold("Förslag på aktiviteter").items(
        "Särskilda fritidsaktiviteter för unga i utsatta områden (Ansvarig: fritidsenheten)"
    )
    paper.heading("Individinriktade insatser").text("Den som redan är engagerad i en våldsam miljö behöver eget stöd.")
    paper.bold("Förslag på aktiviteter").items(
        "Motiverande samtal hos socialtjänsten (Ansvarig: socialtjänsten)",
        "Kontakt med avhopparverksamhet (Ansvarig: socialtjänsten)",
    )
    return paper, [
        ("Föreläsningar för elever om demokrati och mänskliga rättigheter", set(), None),
        ("Föräldramöten om barns liv på nätet", set(), None),
        ("Särskilda fritidsaktiviteter för unga i utsatta områden", {"fritidsenheten"}, None),
        ("Motiverande samtal hos socialtjänsten", {"socialtjansten"}, None),
        ("Kontakt med avhopparverksamhet", {"socialtjansten"}, None),
    ]


def goals_for_each_board():
    paper = Paper("Plan för att motverka våldsbejakande extremism 2016–2018")
    paper.text("Diarienummer: SN 2016/88", "Version: vers. 1 maj 2016, vers. 2 augusti 2016, vers. 3 mars 2017")
    paper.text("Planen gäller under stadens riktlinjer.")
    for board, rows in (
        ("Socialnämnden", (("Tidig upptäckt", "Utbildning av alla socialsekreterare", "2016"),
                           ("Stöd till anhöriga", "Anhörigträffar startas", "2017"))),
        ("Utbildningsnämnden", (("Trygga skolor", "Rektorer får stöd i krishantering", "HT 2016"),
                                ("Demokrati", "Temadagar på gymnasiet", "En gång per läsår"))),
        ("Fritidsnämnden", (("Inkludering", "Bidrag till öppen verksamhet", "Under perioden"),)),
    ):  # fmt: skip
        paper.heading(board).table(("Mål", "Föreslagna åtgärder", "Tidplan"), *rows)
    return paper, [
        ("Utbildning av alla socialsekreterare", {SN}, "2016-12-31"),
        ("Anhörigträffar startas", {SN}, "2017-12-31"),
        ("Rektorer får stöd i krishantering", {"utbildningsnamnden"}, "2016-12-31"),
        ("Temadagar på gymnasiet", {"utbildningsnamnden"}, 12),
        ("Bidrag till öppen verksamhet", {"fritidsnamnden"}, "2018-12-31"),
    ]


def two_rows_of_heads():
    paper = Paper("Handlingsplan våldsbejakande extremism").text(
        "Antagen: Kommunstyrelsen 2023-02-07 § 12", "Giltighet: 2023-2026", "Dokumentansvarig: Säkerhetsstrateg"
    )
    paper.heading("Handlingsplan").table(
        ("Prioriterat område", "Aktiviteter", "Genomförande", "<", "Uppföljning"), ("^", "^", "Ansvarig", "Tid", "^"),
        ("Förebygga", "Ta fram kommunikationsplan", "Kommunikationschef", "2023", "Plan finns"),
        ("^", ("Utbilda chefer", "Utbilda skyddsombud"), "HR-avdelningen", "Årligen", ""),
        ("Skydda", "Säkerhetshöjande åtgärder i entréer", "Fastighetsenheten/Säkerhetsstrateg", "Löpande", ""),
    )  # fmt: skip
    return paper, [
        ("Ta fram kommunikationsplan", {"kommunikationschef"}, "2023-12-31"),
        ("Utbilda chefer", {"hr-avdelningen"}, 12),
        ("Utbilda skyddsombud", {"hr-avdelningen"}, 12),
        ("Säkerhetshöjande åtgärder i entréer", {"fastighetsenheten", "sakerhetsstrateg"}, "Löpande"),
    ]


def questions_as_heads():
    paper = Paper().bold("Kommunens plan för demokrati och mot extremism")
    heads = ("Vad?", "Vem?", "När?", "Hur följer vi upp?")
    paper.heading("Fokusområde 1 – Ungas delaktighet").text("Unga ska kunna påverka.").table(
        heads, ("Ungdomsforum två gånger per år", "Fritid och kultur", "vår och höst", "Antal deltagare"),
        ("Elevråd på alla skolor", "Rektorerna", "Varje år", "Skolenkät"),
    )  # fmt: skip
    paper.heading("Fokusområde 2 – Trygga mötesplatser").table(
        heads,
        ("Trygghetsvärdar i centrum", "Samhällsbyggnadskontoret (SBK)", "1 maj 2025", ""),
        ("Belysning vid stationen", "SBK", "2025", ""),
    )
    return paper, [
        ("Ungdomsforum två gånger per år", {"fritid-och-kultur"}, "vår och höst"),
        ("Elevråd på alla skolor", {"rektorerna"}, 12),
        ("Trygghetsvärdar i centrum", {"samhallsbyggnadskontoret"}, "2025-05-01"),
        ("Belysning vid stationen", {"samhallsbyggnadskontoret"}, "2025-12-31"),
    ]


def numbered_headings():
    paper = (
        Paper("Strategi för ett tryggt Västvik")
        .heading("Utbildning och kunskap")
        .heading("1.1 Grundutbildning för alla anställda", 2)
    )
    paper.text(
        "Alla anställda ska få en grundutbildning i hur extremism kan se ut.", "Ansvar: HR-chefen", "Tid: Klart 2024-12-31"
    )
    paper.heading("1.2 Fördjupning för nyckelpersoner", 2)
    paper.text("De som möter unga ska få fördjupad utbildning.", "Ansvar: Socialnämnden och utbildningsnämnden", "Tid: årligen")
    paper.heading("Samverkan").heading("2.1 Lokalt brottsförebyggande råd", 2)
    paper.text("Rådet ska samlas fyra gånger per år.", "Ansvar: Kommunstyrelsen", "Tid: löpande")
    return paper, [
        ("Alla anställda ska få en grundutbildning i hur extremism kan se ut.", {"hr-chefen"}, "2024-12-31"),
        ("De som möter unga ska få fördjupad utbildning.", {SN, "utbildningsnamnden"}, 12),
        ("Rådet ska samlas fyra gånger per år.", {KS}, "löpande"),
    ]


def what_we_do_in_lists():
    paper = Paper("Handlingsplan 2025").heading("Skola").text("Skolan är den viktigaste arenan.").bold("Det här ska vi göra")
    paper.items("Starta elevkaféer", "Utbilda lärare i källkritik").heading("Socialtjänst").bold("Det här ska vi göra")
    paper.items("Införa en väg in för oro", "Öka uppsökande arbete")
    texts = ("Starta elevkaféer", "Utbilda lärare i källkritik", "Införa en väg in för oro", "Öka uppsökande arbete")
    return paper, [(text, set(), None) for text in texts]


def aims_within_the_table():
    paper = Paper("Lokal åtgärdsplan mot rasism och extremism").table(
        ("Mål", "Insats", "Ansvarig", "Tidsplan"), ("Mål 1. Ökad tillit", "<", "<", "<"),
        ("", "Dialogkvällar", "Kultur- och fritidsförvaltningen", "2025–2026"),
        ("", "Öppet hus på brandstationen", "Räddningstjänsten", "Vår 2025"), ("Mål 2. Minskad rekrytering", "<", "<", "<"),
        ("", "Mentorer", "Arbetsmarknadsförvaltningen i samverkan med näringslivet", "Start hösten 2025"),
    )  # fmt: skip
    return paper, [
        ("Dialogkvällar", {"kultur-och-fritidsforvaltningen"}, "2026-12-31"),
        ("Öppet hus på brandstationen", {"raddningstjansten"}, "2025-06-30"),
        ("Mentorer", {"arbetsmarknadsforvaltningen"}, None),
    ]


PLANS = {
    make.__name__: make
    for make in (
        aims_and_measures, areas_and_routines, one_table, table_each, numbered_prose, joint_plan, crime_prevention,
        strategy_with_cover, levels_in_prose, goals_for_each_board, two_rows_of_heads, questions_as_heads, numbered_headings,
        what_we_do_in_lists, aims_within_the_table,
    )
}  # fmt: skip
