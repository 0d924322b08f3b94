"""Words that tell a role or an organisation from a person.

The lists lean on purpose: a role taken for a person blocks honest work, so a word that is both is no name here.
"""

import unicodedata
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Endings, because Swedish writes its roles and bodies as one word: säkerhetschefen, socialnämndens,
# HR-avdelningen.
_ROLES: Final = _words(
    """
    chef ansvarig samordnare handläggare sekreterare direktör ledare ledning lärare pedagog rektor
    kurator assistent larmcentral strateg utredare jurist controller ordförande ledamot koordinator specialist
    rådgivare konsult administratör registrator kommunikatör psykolog sköterska läkare vaktmästare
    fältarbetare mentor coach polis planerare inspektör ombud handledare utvecklare arkivarie väktare
    vägledare präst pastor diakon expert revisor ekonom medarbetare personal anställd kontaktperson
    ägare manager officer coordinator director secretary
    """
)
_BODIES: Final = _words(
    """
    förvaltning avdelning enhet nämnd styrelse myndighet verket kommun kommunen staden region råd rådet
    grupp förening församling kyrka kyrkan skola skolan gymnasium gymnasiet universitet universitetet
    institut institutet center centrum centret mottagning jour byrå byrån kontor kontoret kansli
    kansliet bolag bolaget förbund förbundet stiftelse bibliotek biblioteket museum fullmäktige utskott
    utskottet departement domstol tingsrätt åklagare hemmet gården vägen gatan torget parken platsen
    sjukhus sjukhuset distrikt distriktet länet teamet nätverk nätverket funktion support service tjänst
    växel reception samverkan säkerhet trygghet omsorg vård utbildning kommunikation ekonomi upphandling
    verksamhet
    """
)
_INFLECTIONS: Final = ("", *_words("s n ns en ens et ets er ar na erna arna a are"))

# Whole words only: as endings they would catch surnames and places.
_FUNCTION_WORDS: Final = frozenset(
    _words(
        """
    info kontakt contact medborgarservice press media hr it helpdesk kundtjänst noreply no-reply reply norr söder öst väst
    postmaster
    webmaster webb web admin post mail arkiv arkivet diarium diariet dataskydd gdpr dpo bokning faktura
    lön löner rekrytering jobb ks kf sn vbe exit orosanmälan anmälan tips larm beredskap krisledning
    fritid kultur miljö bygg plan stöd unga ungdom barn vuxna vuxen familj elevhälsa skolor social våld
    hem stad verk län väg gata torg park plats hamn team forum drift värd vakt imam och i för av till
    med samt vid på om från mot sverige svenska röda rädda barnen korset nationella kommunala lokala
    trygg tryggare säker säkra norra södra östra västra nya polisen sankt the and of for
    """
    )
)

# Common given names, without accents; those that are also words of everyday administration are left out.
GIVEN_NAMES: Final = frozenset(
    _words(
        """
    abdi abdullah adam adnan agneta ahmad ahmed aino aisha alexander alexandra alf alfred ali alice
    alicia amanda amina amir anders andreas andrzej angelica anita ann anna anne anneli annette annika
    anton arne arvid asa asta astrid axel barbro bengt benjamin bernt birgit birgitta bjorn bo bodil
    borje brita britt britta camilla carin carina carl carolina caroline catharina cecilia charlotta
    charlotte christer christian christina christine christoffer claes clara conny dan daniel david
    denise dennis desiree dragan ebba eivor ekaterina elena eleonor eli elias elin elisabet elisabeth
    ella ellen elsa elvira emelie emil emilia emily emma erik erika ester eva evelina fatima felicia
    felix filip fredrik fredrika frida fatma gabriel gabriella georg gerd gertrud goran greta gudrun gun
    gunilla gunnar gunnel gustaf gustav hakan hamid hampus hanna hannah hannes hans harald harry hassan
    hedvig helen helena helene helge henrik henry hilda hjalmar hugo hussein ibrahim ida inga ingela
    inger ingmar ingrid ingvar irene iris isabella isak ismail ivan ivar jacob jakob jan jane janne
    jasmine jeanette jenny jens jessica jesper jimmy joakim joel johan johanna johannes john johnny
    jonas jonathan josef josefin josefine josefina julia julian kaj kajsa karin karl karolina katarina
    kenneth kent kerstin khadija kim kjell klara klas kristian kristin kristina kristoffer kurt lars
    larsgoran lasse leena leif lena lennart leo leon liam lilian lillemor lina linda linn linnea linus
    lisa lisbeth liselotte lotta louise lovisa lucas ludvig lukas maja malin marcus margareta margaretha
    mari maria mariam marianne marie marika marina martin martina mats matilda mattias maximilian mehmet
    melker michael mikael milan minna miriam mohamed mohammad mohammed moa mona monica monika morgan
    muhammad mustafa magdalena magnus nadia nathalie niclas niklas nils nina noah nora noor olivia olle
    olof omar oscar osman oskar ove patricia patrik paul paulina peder per pernilla peter petra philip
    pia pontus rasmus rebecca rebecka reza richard rickard robert robin roger roland rolf ronja ronny
    rose rune ruth sabina salma samir samuel sandra sanna sara sarah sebastian selma signe sigrid simon
    siri siv sofia sofie solveig sonja staffan stefan stellan stig stina sture sune susanna susanne
    svante sven sylvia tariq teresa therese thomas thorbjorn tilda tim tina tobias tom tomas tommy tony
    torbjorn tord tore tove tuva tyra ulf ulla ulrica ulrika ulrik ursula vera veronica veronika victor
    victoria viktor viktoria vilhelm vincent viveka wilhelm wilma william yasmin ylva yngve yusuf yvonne
    zahra zainab zlatan ake orjan osten
    """
    )
)
# Endings that surnames have and places rarely: not -berg, -lund or -holm.
_SURNAME_ENDINGS: Final = _words(
    """
    sson sdotter qvist kvist ström gren blad stedt bäck feldt löf löv lundh hielm hjelm sköld wall ović
    ovic oğlu zadeh elius enius
    """
)
_SURNAMES: Final = frozenset(
    _words(
        """
    abdi ahmed ali andersen brandt demir ek falk frisk haddad hansen hassan hed hedin hussein ibrahim
    jama jensen kaya khan larsen lindberg lundberg lind lindell lindholm lund berg bergman nguyen nilsen
    norén nordin olsen osman rask saleh sandberg sjöberg söderberg sundin wallin warsame yilmaz öberg
    åberg åkerman
    """
    )
)


def unaccented(word: str) -> str:
    """Give a word in lower-case ASCII letters where it has them, as an address would."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _inflected(stems: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({stem + inflection for stem in stems for inflection in _INFLECTIONS})


_SHORT: Final = 4
_ROLE_ENDINGS: Final = _inflected(_ROLES)
_ENDINGS: Final = _ROLE_ENDINGS + _inflected(_BODIES)
# Addresses have no accents. The short stems lose too much with theirs: råd is in Konrad, vård in Edvard.
_ADDRESS_ENDINGS: Final = _inflected(
    tuple(unaccented(stem) for stem in _ROLES + _BODIES if len(stem) > _SHORT or unaccented(stem) == stem)
)
_ADDRESS_WORDS: Final = frozenset(map(unaccented, _FUNCTION_WORDS))


def is_role_word(word: str) -> bool:
    """Tell a word for what somebody does: säkerhetschefen."""
    return word.casefold().endswith(_ROLE_ENDINGS)


def is_function_word(word: str) -> bool:
    """Tell a word for a role, a body or a task: säkerhetschefen, socialnämnden, info."""
    folded = word.casefold()
    return folded in _FUNCTION_WORDS or folded.endswith(_ENDINGS)


def is_function_in_address(part: str) -> bool:
    """Tell the same of a part of an e-mail address, where å and ä are written a."""
    plain = unaccented(part).rstrip("0123456789")
    return plain in _ADDRESS_WORDS or plain.endswith(_ADDRESS_ENDINGS)


def is_given_name(word: str) -> bool:
    """Tell a common given name; both halves of a double name must be one."""
    return all(half in GIVEN_NAMES for half in unaccented(word).split("-"))


def is_surname(word: str) -> bool:
    """Tell a surname by its ending or, if it is short or also a place, from a list."""
    return any(half in _SURNAMES or half.endswith(_SURNAME_ENDINGS) for half in word.casefold().split("-"))
