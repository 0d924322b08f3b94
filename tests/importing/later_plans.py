"""Five more plans, each written with its key before the reader had seen it; what the first reading missed is told in the docs.

They are made up in the manner of public ones: a board's own plan below its city's guidelines, a table that is also the follow-up,
levels whose lists end in a bracket, cards after the crime prevention act, and assignments in sentences.
"""

from tests.importing.paper import Paper

KS, SN, KSF, SF, UF = (
    "kommunstyrelsen", "socialnamnden", "kommunstyrelseforvaltningen", "socialforvaltningen", "utbildningsforvaltningen",
)  # fmt: skip


def a_board_below_its_city():
    paper = Paper("Plan mot våldsbejakande extremism för arbetsmarknads- och vuxenutbildningsnämnden")
    paper.text(
        "Vers. 3 reviderad mars 2018", "Vers. 1 maj 2017, vers. 2 reviderad augusti 2017", "Dnr: AVN 2017-0187",
        "Beslutad av arbetsmarknads- och vuxenutbildningsnämnden",
        "Överordnat dokument: Stadens riktlinjer mot våldsbejakande extremism",
    )  # fmt: skip
    paper.heading("1 Inledning").text(
        "I maj 2016 beslutade kommunfullmäktige om riktlinjer för hela staden. Varje nämnd ska ha en egen plan.",
        "Nämnden möter vuxna som studerar, söker arbete eller har försörjningsstöd.",
    )
    paper.heading("2 Definitioner").text("Med radikalisering menas den process där någon kommer att stödja våld för en idé.")
    paper.heading("3 Lägesbild").text("Jobbcentren har inte rapporterat några händelser under de senaste två åren.")
    paper.heading("4 Nämndens insatser")
    paper.heading("4.1 Kunskap hos personalen", 2)
    paper.text("Den som möter deltagare behöver veta vad oro kan handla om.")
    paper.table(
        ("Insats", "Ansvarig", "Tidplan"),
        ("Webbutbildning för all ny personal", "Enhetschefer", "Fortlöpande"),
        ("Fördjupad utbildning för coacher och studievägledare", "HR-enheten", "Våren 2018"),
        ("Erfarenhetsutbyte med stadsdelarna", "Samordnaren mot våldsbejakande extremism", "2 ggr/år"),
    )
    paper.heading("4.2 Stöd till studier och arbete", 2)
    paper.text("En försörjning är ofta det som gör att någon kan lämna en miljö.")
    paper.table(
        ("Insats", "Ansvarig", "Tidplan"),
        (
            "Individuell planering för den som vill lämna en extremistisk miljö",
            "Jobbcenter i samverkan med socialtjänsten",
            "Vid behov",
        ),
        ("Yrkesutbildningar för vuxna med kort skolbakgrund", "Vuxenutbildningen", "Höstterminen 2018"),
    )
    paper.heading("4.3 Lokaler och upphandling", 2)
    paper.table(
        ("Insats", "Ansvarig", "Tidplan"),
        ("Rutin för hur lokaler lånas ut", "Administrativa avdelningen", "Senast 31 dec 2018"),
        ("Värdegrund skrivs in i avtal med utbildningsanordnare", "Upphandlingsenheten", "Vid varje ny upphandling"),
    )
    paper.heading("5 Uppföljning").text("Planen följs upp i nämndens verksamhetsberättelse.")
    return paper, [
        ("Webbutbildning för all ny personal", {"enhetschefer"}, "Fortlöpande"),
        ("Fördjupad utbildning för coacher och studievägledare", {"hr-enheten"}, "2018-06-30"),
        ("Erfarenhetsutbyte med stadsdelarna", {"samordnaren-mot-valdsbejakande-extremism"}, 6),
        ("Individuell planering för den som vill lämna en extremistisk miljö", {"jobbcenter"}, "Vid behov"),
        ("Yrkesutbildningar för vuxna med kort skolbakgrund", {"vuxenutbildningen"}, "2018-12-31"),
        ("Rutin för hur lokaler lånas ut", {"administrativa-avdelningen"}, "2018-12-31"),
        ("Värdegrund skrivs in i avtal med utbildningsanordnare", {"upphandlingsenheten"}, "Vid varje ny upphandling"),
    ]


def a_table_that_is_followed_up():
    paper = Paper("Handlingsplan för demokrati och mot våldsbejakande extremism 2024–2027")
    paper.table(
        ("Beslutsinstans", "Kommunstyrelsen"), ("Beslutsdatum", "2024-02-06 § 23"), ("Diarienummer", "KS 2023/611"),
        ("Giltighetstid", "2024-2027"), ("Dokumentansvarig", "Trygghetsstrateg"),
    )  # fmt: skip
    paper.text("Tabellen uppdateras varje år i samband med bokslutet.")
    heads = ("Aktivitet", "Ansvarig aktör", "Start", "Slut", "Mätetal", "Status 2025", "Kommentar")
    paper.heading("Målområde: Motståndskraftiga verksamheter")
    paper.table(
        heads,
        ("Grundutbildning för personal i första linjen", "Kommunstyrelseförvaltningen", "2024", "2026",
         "Andel utbildade, mål 80 % 2026", "Pågår", "55 % utbildade vid årets slut"),
        ("Stödmaterial till rektorer tas fram", "Utbildningsförvaltningen", "2024-08-01", "2025-06-30", "Materialet finns", "Genomförd",
         "Klart i maj 2025"),
        ("Krisövning med kommunledningen", "Säkerhetschef", "", "Vartannat år", "Antal övningar", "Ej påbörjad", ""),
    )  # fmt: skip
    paper.heading("Målområde: Unga i risk")
    paper.table(
        heads,
        ("SSPF utökas till gymnasiet", "Socialförvaltningen och Utbildningsförvaltningen", "2025", "2025", "Antal ungdomar i SSPF",
         "Pågår", "Försenad, rekrytering pågår"),
        ("Föräldracafé i samtliga områden", "Socialförvaltningen, i samarbete med Rädda Barnen", "2024", "Tillsvidare", "Antal träffar per år",
         "Pågår enligt plan", "12 träffar"),
        ("Mentorer för unga som vill bryta", "Socialförvaltningen", "2026", "2027", "", "Inte påbörjad", ""),
    )  # fmt: skip
    paper.heading("Målområde: Trygga platser")
    paper.table(
        heads,
        (
            "Belysningsronder",
            "Tekniska förvaltningen",
            "",
            "Varje höst",
            "Antal åtgärdade brister",
            "Genomförd",
            "31 brister åtgärdade",
        ),
        ("Avtal om kamerabevakning ses över", "Tekniska förvaltningen; Säkerhetschef", "", "Q3 2025", "", "Avslutad", ""),
    )
    return paper, [
        ("Grundutbildning för personal i första linjen", {KSF}, "2026-12-31"),
        ("Stödmaterial till rektorer tas fram", {UF}, "2025-06-30"),
        ("Krisövning med kommunledningen", {"sakerhetschef"}, 24),
        ("SSPF utökas till gymnasiet", {SF, UF}, "2025-12-31"),
        ("Föräldracafé i samtliga områden", {SF}, "Tillsvidare"),
        ("Mentorer för unga som vill bryta", {SF}, "2027-12-31"),
        ("Belysningsronder", {"tekniska-forvaltningen"}, 12),
        ("Avtal om kamerabevakning ses över", {"tekniska-forvaltningen", "sakerhetschef"}, "2025-09-30"),
    ]


def levels_with_brackets():
    paper = Paper("Strategi mot våldsbejakande extremism och hatbrott")
    paper.text("Antagen av kommunfullmäktige den 14 juni 2021, § 77.", "Gäller tills vidare.")
    paper.heading("Bakgrund").text("Strategin ersätter handlingsplanen från 2015. Den gäller alla nämnder och bolag.")
    paper.heading("Främja – insatser för alla")
    paper.text("Det främjande arbetet stärker tilliten.", "Vi ska:")
    paper.items(
        "erbjuda universellt föräldrastöd (socialnämnden, löpande)",
        "ge alla elever i årskurs 8 undervisning om källkritik (barn- och ungdomsnämnden, varje läsår)",
        "ordna en demokrativecka (kultur- och fritidsnämnden, årligen)",
    )
    paper.heading("Förebygga – insatser för grupper i risk")
    paper.text("Det förebyggande arbetet når den som är i riskzonen.", "Vi ska:")
    paper.items(
        "ha fältgrupper ute på kvällar och helger (socialnämnden)",
        "ta fram en gemensam rutin för orosanmälan (socialnämnden och barn- och ungdomsnämnden, senast 2022-03-31)",
        "utbilda hyresvärdar och bovärdar (det kommunala bostadsbolaget, 2022)",
    )
    paper.heading("Förhindra – insatser för individer")
    paper.text("När någon redan är en del av en miljö behövs samlade insatser.", "Vi ska:")
    paper.items(
        "erbjuda avhopparstöd tillsammans med polisen (socialnämnden, vid behov)",
        "ha en plan för återvändare (kommunstyrelsen, 31 december 2021)",
    )
    paper.heading("Uppföljning").text("Kommunstyrelsen följer upp strategin en gång per mandatperiod.")
    return paper, [
        ("erbjuda universellt föräldrastöd", {SN}, "löpande"),
        ("ge alla elever i årskurs 8 undervisning om källkritik", {"barn-och-ungdomsnamnden"}, 12),
        ("ordna en demokrativecka", {"kultur-och-fritidsnamnden"}, 12),
        ("ha fältgrupper ute på kvällar och helger", {SN}, None),
        ("ta fram en gemensam rutin för orosanmälan", {SN, "barn-och-ungdomsnamnden"}, "2022-03-31"),
        ("utbilda hyresvärdar och bovärdar", {"det-kommunala-bostadsbolaget"}, "2022-12-31"),
        ("erbjuda avhopparstöd tillsammans med polisen", {SN}, "vid behov"),
        ("ha en plan för återvändare", {KS}, "2021-12-31"),
    ]


def cards_after_the_act():
    paper = Paper("Åtgärdsplan för det brottsförebyggande arbetet i Norrvik 2025–2026")
    paper.text("Antagen: Kommunstyrelsen 2025-01-28, § 11", "Dnr KS 2024-1023")
    paper.heading("Lägesbild i korthet").text(
        "Narkotikabrott och ungdomsrån är prioriterade problem. Tryggheten är lägst vid busstorget."
    )
    paper.heading("Organisation").text("Lokala brottsförebyggande rådet leder arbetet.")
    for heading, cards in (
        ("Prioriterat problem 1 – Narkotika bland unga", (
            ("Drogfri skola – gemensamt arbetssätt på högstadiet", "Nyfikenhet, låg upptäcktsrisk", "Barn- och utbildningsförvaltningen",
             "Polis, socialtjänst", "Införs läsåret 2025/2026", "Färre elever uppger att de provat (LUPP)"),
            ("Föräldrautskick före storhelger", "Vuxna saknar kunskap", "Förebyggarteamet", "Skolorna", "Inför valborg, skolavslutning och lucia",
             "Antal utskick"),
        )),
        ("Prioriterat problem 2 – Otrygghet vid busstorget", (
            ("Trygghetsvärdar i centrum", "Få vuxna på plats", "Arbetsmarknadsenheten", "Fastighetsägare", "2025-05-01 – 2026-12-31",
             "Trygghetsmätning"),
            ("Ombyggnad av gångtunneln", "Skymd sikt", "Samhällsbyggnadsförvaltningen", "Trafikverket", "Färdig senast oktober 2026", "Egen besiktning"),
            ("Trygghetsvandring", "Brister i miljön", "Brottsförebyggande samordnare", "Polis, föreningar", "Vår och höst varje år", "Protokoll"),
        )),
    ):  # fmt: skip
        paper.heading(heading)
        for title, cause, owner, others, time, effect in cards:
            paper.table(
                ("Aktivitet", title), ("Orsak som påverkas", cause), ("Huvudansvarig aktör", owner), ("Stödjande aktörer", others),
                ("Tidsåtgång/tidsplan", time), ("Hur mäts effekten?", effect),
            )  # fmt: skip
            paper.text("")
    return paper, [
        ("Drogfri skola – gemensamt arbetssätt på högstadiet", {"barn-och-utbildningsforvaltningen"}, "2026-06-30"),
        ("Föräldrautskick före storhelger", {"forebyggarteamet"}, "Inför valborg, skolavslutning och lucia"),
        ("Trygghetsvärdar i centrum", {"arbetsmarknadsenheten"}, "2026-12-31"),
        ("Ombyggnad av gångtunneln", {"samhallsbyggnadsforvaltningen"}, "2026-10-31"),
        ("Trygghetsvandring", {"brottsforebyggande-samordnare"}, 6),
    ]


def assignments_in_sentences():
    paper = Paper("Program mot våldsbejakande extremism 2022–2025")
    paper.table(
        ("Dokumenttyp:", "Program"), ("Beslut:", "Kommunfullmäktige 2021-11-29 § 160"), ("Diarienummer:", "KS-2021/00842"),
        ("Ansvarig för revidering:", "Kommundirektören"),
    )  # fmt: skip
    paper.heading("Vision").text("Östmarks kommun är en plats där ingen lockas till våld.")
    paper.heading("Uppdrag till nämnderna")
    paper.heading("Kunskap", 2)
    paper.items(
        "Kommunstyrelsen får i uppdrag att ta fram en utbildning för chefer senast den 30 juni 2022.",
        "Barn- och ungdomsnämnden får i uppdrag att årligen utbilda elevhälsans personal.",
        style="List Number",
    )
    paper.heading("Tidig upptäckt", 2)
    paper.items(
        "Socialnämnden ges i uppdrag att öppna en väg in för oro under 2022.",
        "Socialnämnden och barn- och ungdomsnämnden ges i uppdrag att gemensamt se över rutinerna för orosanmälan.",
        style="List Number",
    )
    paper.heading("Lokaler och bidrag", 2)
    paper.items(
        "Kultur- och fritidsnämnden ansvarar för att regler för bidrag och lokaler är aktuella.",
        "Tekniska nämnden ska ta bort klotter inom 24 timmar.",
        style="List Number",
    )
    paper.heading("Uppföljning").text("Programmet följs upp av kommunstyrelsen vart annat år.")
    return paper, [
        ("Kommunstyrelsen får i uppdrag att ta fram en utbildning för chefer senast den 30 juni 2022.", {KS}, "2022-06-30"),
        ("Barn- och ungdomsnämnden får i uppdrag att årligen utbilda elevhälsans personal.", {"barn-och-ungdomsnamnden"}, 12),
        ("Socialnämnden ges i uppdrag att öppna en väg in för oro under 2022.", {SN}, "2022-12-31"),
        (
            "Socialnämnden och barn- och ungdomsnämnden ges i uppdrag att gemensamt se över rutinerna för orosanmälan.",
            {SN, "barn-och-ungdomsnamnden"},
            None,
        ),
        (
            "Kultur- och fritidsnämnden ansvarar för att regler för bidrag och lokaler är aktuella.",
            {"kultur-och-fritidsnamnden"},
            None,
        ),
        ("Tekniska nämnden ska ta bort klotter inom 24 timmar.", {"tekniska-namnden"}, None),
    ]


LATER = {
    make.__name__: make
    for make in (
        a_board_below_its_city, a_table_that_is_followed_up, levels_with_brackets, cards_after_the_act, assignments_in_sentences,
    )
}  # fmt: skip
