"""The small repository of the rules' tests as an English town has it: every text of its own in English, and `language: en`."""

from __future__ import annotations

import re
from functools import cache

from tests.report.small import BASE, Memory
from vbe.store.loader import load

ENGLISH = {
    "Lindviks kommun": "Lindwick Borough",
    "short_name: kommunen": "short_name: the borough",
    "framja: Främja": "framja: Promote",
    "forebygga: Förebygga": "forebygga: Prevent",
    "Den våldsbejakande vit makt-miljön": "The violent white power movement",
    "Den våldsbejakande autonoma miljön": "The violent autonomous movement",
    "Den våldsbejakande islamistiska miljön": "The violent Islamist movement",
    "definite: policyn": "definite: the policy",
    "name: Strategi": "name: Strategy",
    "definite: strategin": "definite: the strategy",
    "name: Riktlinje": "name: Guideline",
    "definite: riktlinjen": "definite: the guideline",
    "name: Rutin": "name: Routine",
    "definite: rutinen": "definite: the routine",
    "Kommunens riktlinjer för styrdokument, KS/2019:7": "The borough's guidelines, KS/2019:7",
    "kontakta säkerhetschefen": "contact the head of security",
    "ingen agerar på egen hand": "nobody acts alone",
    "Kommunen godtar inte våld som medel för idéer.": "The borough does not accept violence as a means for ideas.",
    "Polisen utreder brott.": "The police investigate crime.",
    "Strategin gäller en begränsad tid.": "The strategy is valid for a limited time.",
    "Strategin följs upp varje år.": "The strategy is followed up every year.",
    "Säkerhetschefen kallar samordningsgruppen.": "The head of security convenes the coordination group.",
    "Gruppen träffas varje kvartal.": "The group meets every quarter.",
    "Socialnämnden utbildar sina chefer.": "The Social Services Committee trains its managers.",
    "Säkerhetschefen kontaktas vid misstanke.": "The head of security is contacted on suspicion.",
    "Ingen agerar på egen hand.": "Nobody acts alone.",
    "Socialnämnden har exempel på förebyggande arbete.": "The Social Services Committee has examples of prevention.",
    "section: Inledning": "section: Introduction",
    "section: Uppföljning": "section: Follow-up",
    "section: Samordning": "section: Coordination",
    "section: Stöd": "section: Support",
    "name: Kommunfullmäktige": "name: The Council",
    "name: Kommunstyrelsen": "name: The Executive Board",
    "name: Socialnämnden": "name: The Social Services Committee",
    "name: Kommunledningsförvaltningen": "name: The Executive Office",
    "name: Socialförvaltningen": "name: The Social Services Department",
    "name: Kommundirektören": "name: The Chief Executive",
    "name: Socialchefen": "name: The Head of Social Services",
    "name: Säkerhetschefen": "name: The Head of Security",
    "name: Medarbetarna": "name: The Staff",
    "name: Samordningsgruppen": "name: The Coordination Group",
    "name: Polisen": "name: The Police",
    "duty: Utreder brott.": "duty: Investigates crime.",
    "Samverkansöverenskommelse": "Agreement on cooperation",
    "Minska brott och öka tryggheten.": "Less crime and more safety.",
    "[Våldsbejakande extremism]": "[Violent extremism]",
    "Fyra gemensamma lägesmöten varje år.": "Four joint meetings a year.",
    "Parterna följer upp överenskommelsen varje år.": "The parties follow up the agreement every year.",
    "name: Invånarna": "name: The Residents",
    "name: Alla nämnder": "name: All Committees",
    "name: Intranätet": "name: The Intranet",
    "Strategi mot våldsbejakande extremism": "Strategy against violent extremism",
    "title: Samordning": "title: Coordination",
    "title: Stöd": "title: Support",
    "Kommunen har en grupp som håller ihop arbetet.": "The borough has a group that holds the work together.",
    "Samordningsgruppen träffas varje kvartal.": "The coordination group meets every quarter.",
    "Lägesbilden från 2022.": "The situation picture of 2022.",
    "Verksamhetsplan och budget 2023": "Plan and budget 2023",
    "Gruppen gick igenom årets utbildningar.": "The group went through the training of the year.",
    "Antal möten i samordningsgruppen": "Meetings of the coordination group",
    "Antal möten som gruppen har haft under året.": "How many meetings the group had in the year.",
    "Gruppens kallelser": "The group's summons",
    "Kommunstyrelsen godkänner uppföljningen.": "The Executive Board approves the follow-up.",
    "Kommunfullmäktige tar del av uppföljningen.": "The Council takes note of the follow-up.",
    "Nämnden utbildar också nya chefer.": "The committee trains new managers too.",
    "Gruppen träffades fyra gånger.": "The group met four times.",
    "Alla chefer gick utbildningen.": "All managers took the training.",
    "Rutinen är känd i hela förvaltningen.": "The routine is known in the whole department.",
    "Exemplet har setts över.": "The example has been looked over.",
    "title: Stöd till föräldrar": "title: Support for parents",
    "Föräldrar får råd och kurser.": "Parents get advice and courses.",
    "Familjerådgivare finns på öppna förskolan.": "Family advisers are at the open preschool.",
    "Den som behöver stöd får det tidigt.": "Whoever needs support gets it early.",
    "Verksamhetsplan och budget 2024": "Plan and budget 2024",
    "Socialförvaltningen kontaktar säkerhetschefen när en misstanke uppstår.": "The department contacts the head of security on suspicion.",
    "vid misstanke": "on suspicion",
    "Andel chefer som har utbildats": "Share of managers trained",
    "Andelen av nämndens chefer som har gått utbildningen.": "The share of the committee's managers that took the training.",
    "Nämndens utbildningsregister": "The committee's training register",
    "Misstanke i kommunhuset": "Suspicion in the town hall",
    "Ger medarbetaren stöd.": "Supports the employee.",
    "En medarbetare har berättat om en misstanke.": "An employee has told of a suspicion.",
    "within: samma dag": "within: the same day",
    "Misstanke om radikalisering": "Suspicion of radicalisation",
    "Kontaktar säkerhetschefen.": "Contacts the head of security.",
    "En misstanke uppstår.": "A suspicion arises.",
    "within: genast": "within: at once",
    "title: Orosanmälan": "title: Report of concern",
    "Socialtjänstlagen (2001:453), 14 kap. 1 §": "Social Services Act (2001:453), ch. 14 s. 1",
}
"""What stands in the Swedish repository, and what an English one says instead."""
WORD = re.compile(r"[åäöÅÄÖ]")


@cache
def files() -> dict[str, str]:
    """Every file, in English."""
    found = {}
    for path in sorted(BASE.rglob("*.yaml")):
        text = path.read_text("utf-8")
        for swedish in sorted(ENGLISH, key=len, reverse=True):
            text = text.replace(swedish, ENGLISH[swedish])
        found[path.relative_to(BASE).as_posix()] = text
    found["vbe.yaml"] += "language: en\n"
    return found


def corpus():
    """The repository, which no Swedish letter stands in."""
    left = {name: [line for line in text.splitlines() if WORD.search(line)] for name, text in files().items()}
    assert not any(left.values()), left
    loaded = load(Memory(files()))
    assert not loaded.findings, loaded.findings
    return loaded
