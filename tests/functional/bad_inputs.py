"""What people type wrong, as data: the files, the words, and how the command must end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.support.pixels import png

PROFILE = "wijk.yaml"
Content = str | bytes


@dataclass(frozen=True)
class Bad:
    """A mistake: what is typed, which files lie there, and the exit code and message it gives."""

    name: str
    says: str
    code: int
    words: tuple[str, ...] = ("build", PROFILE, "--format", "json")
    files: Mapping[str, Content] = field(default_factory=dict)


def yaml(name: str, text: Content, says: str) -> Bad:
    """A profile file with a mistake."""
    return Bad(name, says, 10, files={PROFILE: text})


def words(name: str, line: str, code: int, says: str, **files: Content) -> Bad:
    """A command with a mistake; files are named without their ending."""
    named = {f"{key}.yaml" if "." not in key else key: text for key, text in files.items()}
    return Bad(name, says, code, words=tuple(line.split()), files=named)


def own(name: str, file: str, text: Content, code: int, says: str) -> Bad:
    """A mistake in a configuration folder of one's own."""
    line: tuple[str, ...] = ("build", "overvecht", "--format", "html")
    if file.startswith("templates/"):
        line += ("--config", "configs")
    return Bad(name, says, code, words=line, files={f"configs/{file}": text})


def logo(name: str, inside: str, says: str, before: str = "") -> Bad:
    """A logo in SVG that cannot be shown."""
    svg = f"{before}<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>"
    profile = f"{AREA}huisstijl: {{logo: {{bestand: l.svg, alt: x}}}}\n"
    return Bad(name, f"Het logo l.svg {says}", 10, files={PROFILE: profile, "l.svg": svg})


def template(name: str, inside: str, says: str) -> Bad:
    """A template of somebody else that does more than show."""
    page = f"<html><body>{inside}</body></html>"
    return own(name, "templates/profiel.html.j2", page, 15, says)


BENCHMARKS = "'wijk', 'gemeente', 'ggd_regio', 'provincie' of 'land'"
AREA = "gebied: Overvecht\n"
DEEP = "titel: " + "[" * 60 + "]" * 60 + "\n"
VERY_DEEP = AREA + "titel: " + "[" * 100_000 + "]" * 100_000 + "\n"
LONG = "a" * 300
OUD_WEST = (
    "Fout: 'Oud West' is één naam, maar staat er als losse woorden.\n"
    'Zet een naam met spaties tussen aanhalingstekens: "Oud West".'
)
LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\ngebied: *b\n"

YAML = (
    yaml("empty", "", "wijk.yaml: gebied ontbreekt"),
    yaml("only comments", "# nog niets\n", "wijk.yaml: gebied ontbreekt"),
    yaml("binary", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "dit is geen tekstbestand in UTF-8"),
    yaml("latin-1", "titel: Súdwest\n".encode("latin-1"), "dit is geen tekstbestand in UTF-8"),
    yaml("utf-16", AREA.encode("utf-16"), "dit is geen tekstbestand in UTF-8"),
    yaml("zero byte", "gebied: Over\x00vecht\n", "er staat een onzichtbaar teken in"),
    yaml("too large", AREA + "# " + "x" * 1_000_001, "groter dan 1 MB; dit is geen configuratie"),
    yaml("too deep", AREA + DEEP, "meer dan 50 niveaus in elkaar; schrijf het platter op"),
    yaml("deep enough to crash the parser", VERY_DEEP, "meer dan 50 niveaus in elkaar"),
    yaml("a list", "- Overvecht\n", "wijk.yaml:1: verwacht sleutels met waarden"),
    yaml("a word", "Overvecht\n", "wijk.yaml:1: verwacht sleutels met waarden"),
    yaml("tab", "bijeenkomst:\n\taanleiding: x\n", "wijk.yaml:2: hier staat een tab"),
    yaml("open quote", f"{AREA}titel: 'Zo\n", "een aanhalingsteken wordt niet gesloten"),
    yaml(
        "open quote with more below",
        f"{AREA}titel: 'Zo\nmakers: [GGD]\n",
        "wijk.yaml:2: geen geldige YAML; een aanhalingsteken wordt niet gesloten",
    ),
    yaml(
        "no space after a colon",
        f"{AREA}titel:Zo\nmakers: [GGD]\n",
        "wijk.yaml:2: geen geldige YAML; achter de dubbele punt ontbreekt een spatie",
    ),
    yaml(
        "no space after the only colon",
        "gebied:Overvecht\n",
        "wijk.yaml:1: verwacht sleutels met waarden; achter de dubbele punt ontbreekt een spatie",
    ),
    yaml(
        "no space in a record",
        f"{AREA}contact:\n  naam:Zo\n",
        "contact: moet sleutels met waarden hebben; achter de dubbele punt ontbreekt een spatie",
    ),
    yaml(
        "no space in a benchmark",
        f"{AREA}vergelijken_met:\n  - gebied:Leusden\n",
        f"'gebied:Leusden' kan hier niet; toegestaan: {BENCHMARKS}. Een ander"
        " gebied: '- gebied: Leusden'",
    ),
    yaml(
        "invisible character in a key",
        f"{AREA}titel\u00a0: Zo\n",
        "wijk.yaml:2: titel: hier staat een onzichtbaar teken, zoals een vaste spatie; typ de",
    ),
    yaml(
        "colon in an item",
        f"{AREA}makers:\n  - GGD: regio Utrecht\n",
        "wijk.yaml:3: makers.1: er staat een dubbele punt in; zet de tekst tussen"
        ' aanhalingstekens: "GGD: regio Utrecht"',
    ),
    yaml(
        "name of a theme",
        f"{AREA}alleen_themas:\n  - Gezondheid en leefstijl\n",
        "wijk.yaml:3: alleen_themas.1: thema 'Gezondheid en leefstijl' kennen we niet."
        " Bedoelde u gezondheid_en_leefstijl?",
    ),
    yaml(
        "name of an indicator",
        f"{AREA}punten: {{vast: [eenzaam, Ernstig eenzaam]}}\n",
        "punten.vast.2: punt 'Ernstig eenzaam' kennen we niet. Bedoelde u ernstig_eenzaam?",
    ),
    yaml("name of a theme set", f"{AREA}themas: RIVM\n", "'RIVM' kennen we niet. Bedoelde u rivm?"),
    yaml(
        "steering characters",
        AREA + 'titel: "\\x1b]0;pwn\\x07rood"\n',
        "wijk.yaml:2: titel: er staat een onzichtbaar stuurteken in (U+001B, U+0007); typ de",
    ),
    yaml(
        "zero by its escape",
        AREA + 'titel: "a\\0b"\n',
        "titel: er staat een onzichtbaar stuurteken",
    ),
    yaml(
        "text that turns around",
        AREA + "titel: a\u202eb\n",
        "titel: er staat een onzichtbaar stuurteken in (U+202E);",
    ),
    yaml(
        "nothing to see", AREA + "titel: \u200b\u200d\n", "wijk.yaml:2: titel: mag niet leeg zijn"
    ),
    yaml(
        "a character too long",
        f"{AREA}titel: {'w' * 101}\n",
        "wijk.yaml:2: titel: is 1 teken te lang; er passen er hoogstens 100, en nu zijn het er 101",
    ),
    yaml(
        "a megabyte in one text",
        f"{AREA}titel: {'w' * 999_000}\n",
        "titel: is 998900 tekens te lang; er passen er hoogstens 100,",
    ),
    yaml("too many makers", f"{AREA}makers: [{'a,' * 13}]\n", "makers: mag er hoogstens 12 hebben"),
    yaml(
        "a hundred thousand keys",
        AREA + "".join(f"k{number}: x\n" for number in range(100_000)),
        "wijk.yaml: meer dan 20000 sleutels en waarden; dit is geen configuratie",
    ),
    yaml(
        "thousands of mistakes",
        AREA + "".join(f"k{number}: x\n" for number in range(9_000)),
        "\n  … en nog 8950 fouten.\n",
    ),
    yaml(
        "address as a link",
        f"{AREA}contact: {{naam: x, email: 'mailto:a@b.nl?subject=x'}}\n",
        "wijk.yaml:2: contact.email: schrijf alleen het adres, zonder 'mailto:': a@b.nl",
    ),
    yaml(
        "control character in an area",
        'gebied: "Over\\e[31mvecht"\n',
        "gebied: er staat een onzicht",
    ),
    yaml(
        "zero in an area", 'gebied: "Over\\0vecht"\n', "gebied: er staat een onzichtbaar stuurteken"
    ),
    yaml(
        "control character in an edition",
        f'{AREA}editie: "20\\e[31m20"\n',
        "wijk.yaml:2: editie: er staat een onzichtbaar stuurteken in (U+001B);",
    ),
    yaml(
        "control character in a theme",
        f'{AREA}alleen_themas: ["\\e[31mx"]\n',
        "Eén fout in de configuratie:\n  wijk.yaml:2: alleen_themas.1: er staat een onzichtbaar",
    ),
    yaml("query for an area", 'gebied: "x\' OR 1=1 --"\n', "Er is geen gebied 'x' OR 1=1 --' in"),
    yaml("markup for an area", 'gebied: "[red]x[/red]"\n', "Er is geen gebied '[red]x[/red]' in"),
    yaml(
        "long area",
        f"gebied: {LONG}\n",
        "gebied: is 200 tekens te lang; er passen er hoogstens 100",
    ),
    yaml(
        "markup for an edition",
        f'{AREA}editie: "<b>2020</b>"\n',
        "editie '<b>2020</b>' is er niet; kies uit: 2020.",
    ),
    yaml("merge key", f"{AREA}<<: {{titel: x}}\n", "wijk.yaml:2: <<: deze sleutel kennen we niet."),
    yaml(
        "alias of itself",
        f"{AREA}makers: &a [*a]\n",
        "makers.1: verwijzen met & en * kan hier niet",
    ),
    yaml("only fixed spaces", f'{AREA}titel: "\\_ \\_"\n', "titel: mag niet leeg zijn"),
    yaml(
        "style for a colour",
        f"{AREA}huisstijl: {{accentkleur: '#1a5276;x'}}\n",
        "'#1a5276;x' is geen kleur;",
    ),
    yaml(
        "colour with a line break",
        f'{AREA}huisstijl: {{accentkleur: "#1a5276\\n"}}\n',
        "accentkleur: '#1a5276' is geen kleur; schrijf # en zes tekens",
    ),
    yaml(
        "long font",
        f"{AREA}huisstijl: {{lettertype: {LONG}}}\n",
        "lettertype: is 240 tekens te lang; er passen er hoogstens 60",
    ),
    yaml(
        "day of the year nought",
        f"{AREA}bijeenkomst: {{aanleiding: x, datum: 0000-01-01}}\n",
        "datum: de dag 0000-01-01 bestaat niet",
    ),
    yaml(
        "year that is too far",
        f"{AREA}bijeenkomst: {{aanleiding: x, datum: 99999-01-01}}\n",
        "datum: '99999-01-01' is geen datum;",
    ),
    yaml(
        "script for an address",
        f"{AREA}contact: {{naam: x, email: 'javascript:a@b'}}\n",
        "email: 'javascript:a@b' is geen e-mailadres;",
    ),
    yaml(
        "more than the first page holds",
        f"{AREA}makers: [{', '.join(f'Stichting {n} {LONG[:80]}' for n in range(9))}]\n"
        f"contact: {{naam: {'w' * 60}, organisatie: {'w' * 60}}}\n",
        "wijk.yaml:2: makers: titel, kernboodschap, bijeenkomst, makers en contact nemen samen ",
    ),
    yaml("open bracket", f"{AREA}makers: [GGD, gemeente\n", "een komma of een ] nodig"),
    yaml("colon in text", f"{AREA}titel: Zorg: nu\n", "er staat een dubbele punt te veel"),
    yaml("no colon", f"{AREA}titel\n", "hoort een dubbele punt en een spatie"),
    yaml("at sign", f"{AREA}contact: @ggd\n", "begint met een teken dat hier niet kan"),
    yaml(
        "indent",
        f"{AREA}  gemeente: Utrecht\n",
        "er staat een dubbele punt te veel, of de regel springt verkeerd in",
    ),
    yaml("two documents", f"{AREA}---\n{AREA}", "er staat --- in"),
    yaml("duplicate key", AREA + AREA, "wijk.yaml:2: gebied: deze sleutel staat er twee keer"),
    yaml("anchors", LAUGHS, "verwijzen met & en * kan hier niet; schrijf de waarde uit"),
    yaml("tag", "gebied: !!python/name:os.system\n", "een type met ! kan hier niet"),
    yaml(
        "unknown key",
        f"{AREA}titels: x\n",
        "titels: deze sleutel kennen we niet. Bedoelde u titel?",
    ),
    yaml("far key", f"{AREA}qqq: x\n", "qqq: deze sleutel kennen we niet. Toegestaan: gebied"),
    yaml(
        "nested key", f"{AREA}contact: {{naam: x, mail: y}}\n", "contact.mail: deze sleutel kennen"
    ),
    yaml("no key inside", f"{AREA}bijeenkomst:\n  plaats: x\n", "aanleiding ontbreekt"),
    yaml("empty value", "gebied:\n", "gebied: is leeg; vul een waarde in of haal de regel weg"),
    yaml("empty text", 'gebied: ""\n', "gebied: mag niet leeg zijn"),
    yaml("list for text", "gebied: [a, b]\n", "wijk.yaml:1: gebied: moet tekst zijn"),
    yaml("text for list", f"{AREA}makers: GGD\n", "makers: moet een lijst zijn"),
    yaml("text for record", f"{AREA}contact: GGD\n", "moet sleutels met waarden hebben"),
    yaml(
        "name with capital",
        f"{AREA}weglaten: [Roker]\n",
        "weglaten.1: indicator 'Roker' kennen we niet. Bedoelde u roker?",
    ),
    yaml(
        "no such day",
        f"{AREA}bijeenkomst: {{aanleiding: x, datum: 2027-02-30}}\n",
        "bijeenkomst.datum: de dag 2027-02-30 bestaat niet",
    ),
    yaml(
        "turned date",
        f"{AREA}bijeenkomst: {{aanleiding: x, datum: 18-3-2027}}\n",
        "is geen datum; schrijf jjjj-mm-dd. Bedoelde u 2027-03-18?",
    ),
    yaml(
        "number for date",
        f"{AREA}bijeenkomst: {{aanleiding: x, datum: 20270318}}\n",
        "'20270318' is geen datum; schrijf jjjj-mm-dd.",
    ),
    yaml(
        "light colour",
        f"{AREA}huisstijl: {{accentkleur: '#ffcc00'}}\n",
        "#ffcc00 is te licht: het contrast met wit is 1,5 en moet minstens 4,5 zijn",
    ),
    yaml("no colour", f"{AREA}huisstijl: {{accentkleur: blauw}}\n", "'blauw' is geen kleur"),
    yaml(
        "colour as comment",
        f"{AREA}huisstijl:\n  accentkleur: #1a5276\n",
        "wijk.yaml:3: huisstijl.accentkleur: wat achter # staat valt weg;",
    ),
    yaml(
        "text as comment",
        f"{AREA}titel: Top #1 van de stad\n",
        "wijk.yaml:2: titel: wat achter # staat valt weg; zet de hele tekst tussen",
    ),
    yaml(
        "no address",
        f"{AREA}contact: {{naam: x, email: wijkteam.nl}}\n",
        "wijk.yaml:2: contact.email: 'wijkteam.nl' is geen e-mailadres; schrijf één adres met een",
    ),
    yaml(
        "address with a name",
        f"{AREA}contact: {{naam: x, email: Team <a@b.nl>}}\n",
        "contact.email: 'Team <a@b.nl>' is geen e-mailadres;",
    ),
    yaml(
        "two addresses",
        f"{AREA}contact: {{naam: x, email: a@b.nl/c@d.nl}}\n",
        "contact.email: 'a@b.nl/c@d.nl' is geen e-mailadres;",
    ),
    yaml(
        "unknown theme set", f"{AREA}themas: rvim\n", "indeling 'rvim' kennen we niet. Bedoelde u"
    ),
    yaml(
        "unknown theme",
        f"{AREA}alleen_themas: [bevolkin]\n",
        "thema 'bevolkin' kennen we niet. Bedoelde u bevolking? Toegestaan: bevolking, ",
    ),
    yaml("unknown indicator", f"{AREA}weglaten: [rokers]\n", "indicator 'rokers' kennen we niet."),
    yaml(
        "unknown indicator with several near",
        f"{AREA}weglaten: [afstand_arts]\n",
        "indicator 'afstand_arts' kennen we niet."
        " Bedoelde u afstand_huisarts, afstand_supermarkt of afstand_school? Alle namen: ",
    ),
    yaml(
        "unknown indicator with none near",
        f"{AREA}weglaten: [qqq]\n",
        "weglaten.1: indicator 'qqq' kennen we niet. Alle namen: `wijkprofiel indicators list`.",
    ),
    yaml(
        "unknown point",
        f"{AREA}punten: {{vast: [autos]}}\n",
        "punt 'autos' kennen we niet.",
    ),
    yaml(
        "pinned and left out",
        f"{AREA}weglaten: [roker]\npunten: {{vast: [roker]}}\n",
        "roker staat ook bij weglaten",
    ),
    yaml(
        "pinned of another theme",
        f"{AREA}alleen_themas: [participatie]\npunten: {{vast: [eenzaam]}}\n",
        "eenzaam hoort bij sociale_omgeving, en dat staat niet bij alleen_themas",
    ),
    yaml(
        "pinned and dropped",
        f"{AREA}punten: {{vast: [roker], weg: [roker]}}\n",
        "roker staat bij vast en bij weg",
    ),
    yaml(
        "unknown benchmark",
        f"{AREA}vergelijken_met: [gemeete]\n",
        f"'gemeete' kan hier niet; toegestaan: {BENCHMARKS}. Bedoelde u gemeente?",
    ),
    yaml(
        "benchmark without its key",
        f"{AREA}vergelijken_met: [Merenwijk]\n",
        "Eén fout in de configuratie:\n  wijk.yaml:2: vergelijken_met.1: 'Merenwijk' kan hier niet;"
        f" toegestaan: {BENCHMARKS}. Een ander gebied: '- gebied: Merenwijk'",
    ),
    yaml("no benchmark", f"{AREA}vergelijken_met: []\n", "vergelijken_met: heeft minstens 1 nodig"),
    yaml(
        "four benchmarks",
        f"{AREA}vergelijken_met: [gemeente, land, wijk, {{gebied: Oost, gemeente: Utrecht}}]\n",
        "vergelijken_met: mag er hoogstens 3 hebben",
    ),
    yaml("benchmark twice", f"{AREA}vergelijken_met: [land, land]\n", "land staat er twee keer"),
    yaml(
        "benchmark is itself",
        f"{AREA}vergelijken_met: [{{gebied: WK034403}}]\n",
        "een gebied kan niet met zichzelf worden vergeleken",
    ),
    yaml(
        "benchmark of a wijk",
        f"{AREA}vergelijken_met: [wijk]\n",
        "een wijk heeft geen wijk om mee te vergelijken",
    ),
    yaml(
        "area not found",
        "gebied: Overvegt\n",
        "gebied: Er is geen gebied 'Overvegt' in editie 2020",
    ),
    yaml("area ambiguous", "gebied: Centrum\n", "gebied: 'Centrum' kan 80 gebieden zijn."),
    yaml(
        "area in another gemeente",
        f"{AREA}gemeente: Leiden\n",
        "Er is geen gebied 'Overvecht' in Leiden in editie 2020. Wel in een andere gemeente:"
        " Overvecht (wijk in Utrecht, WK034403). Noem de gemeente waarin het ligt, of geef de code"
        " zonder gemeente, zoals WK034403.",
    ),
    yaml(
        "gemeente not found",
        f"{AREA}gemeente: Utregt\n",
        "wijk.yaml:2: gemeente: Er is geen gemeente 'Utregt' in editie 2020. Bedoelde u Utrecht?",
    ),
    yaml(
        "edition not there",
        f"{AREA}editie: 2031\n",
        "editie: editie '2031' is er niet; kies uit: 2020",
    ),
    yaml(
        "edition not fetched yet",
        f"{AREA}editie: 2022\n",
        "wijk.yaml:2: editie: editie '2022' is nog niet opgehaald; dat doet u met"
        " `wijkprofiel data pull --edition 2022`, of kies uit: 2020.",
    ),
    yaml(
        "logo missing",
        f"{AREA}huisstijl: {{logo: {{bestand: nix.png, alt: x}}}}\n",
        "huisstijl.logo.bestand: Het logo nix.png is niet te lezen (bestaat niet)",
    ),
    yaml(
        "logo of another kind",
        f"{AREA}huisstijl: {{logo: {{bestand: logo.gif, alt: x}}}}\n",
        "moet een bestand zijn met de uitgang .svg, .png, .jpg, .jpeg",
    ),
    yaml(
        "logo without alt", f"{AREA}huisstijl: {{logo: {{bestand: logo.png}}}}\n", "alt ontbreekt"
    ),
    yaml(
        "font with a semicolon",
        f"{AREA}huisstijl: {{lettertype: 'a; b'}}\n",
        "wijk.yaml:2: huisstijl.lettertype: Het lettertype 'a; b' mag alleen letters",
    ),
    Bad(
        "broken logo and a font that cannot be",
        "wijk.yaml:3: huisstijl.logo.bestand: Het logo l.svg is beschadigd of niet compleet",
        10,
        files={
            PROFILE: f"{AREA}huisstijl:\n  logo: {{bestand: l.svg, alt: x}}\n  lettertype: a;b\n",
            "l.svg": "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'",
        },
    ),
    Bad(
        "logo with a picture on the internet",
        "wijk.yaml:2: huisstijl.logo.bestand: Het logo l.svg gebruikt 'https://ggd.nl/logo.png',"
        " en dat staat niet in het bestand zelf. Sluit het in",
        10,
        files={
            PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: l.svg, alt: x}}}}\n",
            "l.svg": "<svg xmlns='http://www.w3.org/2000/svg'>"
            "<image href='https://ggd.nl/logo.png'/></svg>",
        },
    ),
    Bad(
        "logo that is cut off",
        "huisstijl.logo.bestand: Het logo l.png is beschadigd of niet compleet",
        10,
        files={
            PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: l.png, alt: x}}}}\n",
            "l.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        },
    ),
    Bad(
        "logo that is no picture",
        "is van binnen geen png-bestand",
        10,
        files={
            PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: l.png, alt: x}}}}\n",
            "l.png": "tekst",
        },
    ),
    Bad(
        "logo too large",
        "is groter dan 500 kB; maak het kleiner",
        10,
        files={
            PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: l.png, alt: x}}}}\n",
            "l.png": b"\x89PNG\r\n" + bytes(500_001),
        },
    ),
    Bad(
        "logo is a folder",
        "(dit is een map, geen bestand)",
        10,
        files={PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: m.png, alt: x}}}}\n", "m.png/x": "x"},
    ),
)

BOMB = "<g id='a0'><rect/></g>" + "".join(
    f"<g id='a{n + 1}'>" + f"<use href='#a{n}'/>" * 10 + "</g>" for n in range(8)
)

LOGOS = (
    logo("logo with a script", "<script/>", "bevat <script>. Bewaar het als eenvoudige svg"),
    logo("logo that acts", "<g onload='x'/>", "heeft het kenmerk 'onload'. Bewaar het"),
    logo("logo with a page in it", "<foreignObject/>", "bevat <foreignObject>. Bewaar het"),
    logo("logo that repeats itself", BOMB, "bestaat uit te veel onderdelen. Bewaar het"),
    logo("logo in itself", "<g id='a'><use href='#a'/></g>", "heeft een onderdeel dat zichzelf"),
    logo("logo too deep", "<g>" * 200 + "</g>" * 200, "zit te diep in elkaar. Bewaar het"),
    logo(
        "logo with an escape in a style rule",
        r"<style>rect{fill:u\72l(http://elders/x)}</style>",
        "heeft een \\ in zijn stijlregels. Bewaar het",
    ),
    logo(
        "logo with another way to name a picture",
        "<style>rect{background:image-set('http://elders/x.png' 1x)}</style>",
        "gebruikt 'image-set(…)' in zijn stijlregels. Bewaar het",
    ),
    logo(
        "logo with a style sheet of somebody else",
        "",
        "bevat <?xml-stylesheet. Bewaar het",
        before="<?xml-stylesheet href='http://elders/x.css'?>",
    ),
    logo(
        "logo with an entity",
        "<text>&a;</text>",
        "bevat <!DOCTYPE svg [. Bewaar het",
        before="<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
    ),
    Bad(
        "logo with more pixels than fit",
        "Het logo l.png is 30000 bij 30000 punten groot; bewaar het kleiner.",
        10,
        files={
            PROFILE: f"{AREA}huisstijl: {{logo: {{bestand: l.png, alt: x}}}}\n",
            "l.png": png(30_000, 30_000),
        },
    ),
    Bad(
        "logo that lies elsewhere",
        "Het logo m/../../l.png ligt buiten de map van het profielbestand",
        10,
        words=("build", "m/wijk.yaml", "--format", "json"),
        files={
            "m/wijk.yaml": f"{AREA}huisstijl: {{logo: {{bestand: ../../l.png, alt: x}}}}\n",
            "../l.png": png(2, 2),
        },
    ),
)

TEMPLATES = (
    template(
        "template that runs a command",
        "{{ cycler.__init__.__globals__.os.popen('id > x').read() }}",
        "'cycler' bestaat niet.",
    ),
    template(
        "template that looks inside Python",
        "{{ profiel.__init__.__globals__ }}",
        "'__init__' is niet voor sjablonen.",
    ),
    template("template with a script", "<script>x</script>", "De bladzijde bevat <script>."),
    template("template with an object", "<object data='x'></object>", "bevat <object>."),
    template("template with a handler", "<p onclick='x'>x</p>", "heeft het kenmerk onclick bij"),
    template(
        "template with an attachment",
        "<link rel='attachment' href='file:///etc/hostname'/>",
        "De bladzijde bevat <link>.",
    ),
    template(
        "template with a link that is an attachment",
        "<a rel='attachment' href='https://elders'>x</a>",
        "De bladzijde geeft een bijlage mee; dat kan niet.",
    ),
    template(
        "template with a file",
        "<img src='file:///etc/x.png' alt=''/>",
        "De bladzijde gebruikt 'file:///etc/x.png': dat staat niet in de bladzijde zelf.",
    ),
    template(
        "template with a picture on the internet",
        "<style>p{background:url(https://elders/x.png)}</style>",
        "De bladzijde gebruikt 'https://elders/x.png': dat staat niet in de bladzijde zelf.",
    ),
    template(
        "template with a style sheet on the internet",
        "<style>@import 'https://elders/x.css';</style>",
        "De bladzijde heeft @import in een stijlregel.",
    ),
    template(
        "template with a link to a file",
        "<a href='file:///etc/passwd'>x</a>",
        "verwijst naar 'file:///etc/passwd'; dat kan alleen naar #, https, mailto, tel, en een",
    ),
    template("template of everything", "{% include '/etc/passwd' %}", "bestaat niet."),
    template(
        "template that takes a file from elsewhere",
        "{{ '../../x.png' | bestand }}",
        "Bestand ../../x.png ligt buiten",
    ),
)

WORDS = (
    words("no area", "build", 2, "Het argument GEBIED ontbreekt."),
    words("unknown area", "build overvegt", 11, "Er is geen gebied 'overvegt' in editie 2020."),
    words(
        "unknown in gemeente",
        "build overvecht --gemeente Leiden",
        11,
        "Er is geen gebied 'overvecht' in Leiden in editie 2020.\nWel in een andere gemeente:\n"
        "  Overvecht (wijk in Utrecht, WK034403)\n"
        "Noem de gemeente waarin het ligt, of geef de code zonder gemeente",
    ),
    words("a name without quotes", "build Oud West", 2, OUD_WEST),
    words("an alias without quotes", "build den haag", 2, "'den haag' is één naam, maar staat"),
    words("a name without quotes among others", "build overvecht oud west xyzzy", 11, "'oud west'"),
    words("ambiguous area", "build centrum", 11, "'centrum' kan 80 gebieden zijn."),
    words("slash in a name", "build Koppel/Schothort", 11, "Er is geen gebied 'Koppel/Schothort'"),
    words(
        "an alias of several wijken", "build Schothorst", 11, "'Schothorst' kan 2 gebieden zijn."
    ),
    words("path for a name", "build ../../etc/passwd", 2, "../../etc/passwd is geen map."),
    words("unknown code", "build WK999999", 11, "De code WK999999 komt niet voor in editie 2020"),
    words(
        "unknown gemeente",
        "build centrum --gemeente Amersvoort",
        11,
        "gemeente 'Amersvoort' in editie 2020. Bedoelde u Amersfoort",
    ),
    words(
        "unknown format", "build overvecht --format docx", 2, "Het formaat 'docx' kennen we niet."
    ),
    words(
        "blank after the comma of a format",
        "build overvecht --format html, pdf",
        2,
        "'pdf' is een formaat, geen gebied.\nZet achter --format geen spatie na de komma",
    ),
    words("blank before the comma", "build overvecht --format html ,pdf", 2, "',pdf' is een form"),
    words("no format", "build overvecht --format ,", 2, "Het formaat ',' kennen we niet."),
    words("unknown edition", "build overvecht --edition 1999", 14, "Editie '1999' is er niet."),
    words(
        "path for an edition",
        "build overvecht --edition ../2020",
        14,
        "Editie '../2020' is er niet.",
    ),
    words(
        "no such config",
        "build overvecht --config nergens",
        2,
        "De map nergens (--config) bestaat niet.",
    ),
    words(
        "unknown option",
        "build overvecht --formaat pdf",
        2,
        "De optie --formaat bestaat niet. Bedoelde u --format?",
    ),
    words("unknown short option", "build -x", 2, "De optie -x bestaat niet."),
    words(
        "option without value",
        "build overvecht --output",
        2,
        "Achter de optie --output hoort een waarde.",
    ),
    words(
        "value for a flag",
        "build overvecht --quiet=ja",
        2,
        "Achter de optie --quiet hoort geen waarde.",
    ),
    words("unknown command", "bouw overvecht", 2, "De opdracht 'bouw' bestaat niet."),
    words(
        "nearly a command",
        "biuld overvecht",
        2,
        "De opdracht 'biuld' bestaat niet. Bedoelde u 'build'?",
    ),
    words("half a command", "areas", 2, "Gebruik: wijkprofiel areas"),
    words("no search text", "areas search", 2, "Het argument NAAM ontbreekt."),
    words("too many words", "areas search oud west", 2, "Dit is te veel: west."),
    words("search without result", "areas search xyzzyq", 11, "Er is geen gebied 'xyzzyq'"),
    words(
        "list of unknown gemeente", "areas list --gemeente Mokum", 11, "Er is geen gemeente 'Mokum'"
    ),
    words(
        "all without gemeente",
        "build --all",
        2,
        "Bij --all hoort --gemeente NAAM, --ggd NAAM of --provincie NAAM.",
    ),
    words(
        "all with names",
        "build overvecht --gemeente utrecht --all",
        2,
        "Bij --all horen geen namen",
    ),
    words(
        "no such profile",
        "build nergens.yaml",
        10,
        "nergens.yaml: kan niet worden gelezen (bestaat",
    ),
    Bad(
        "folder for a profile",
        "kan niet worden gelezen (dit is een map, geen bestand)",
        10,
        words=("build", "map.yaml"),
        files={"map.yaml/x": "x"},
    ),
    words(
        "no such list",
        "build --list nergens.txt",
        2,
        "nergens.txt is niet te lezen (bestaat niet).",
    ),
    Bad(
        "binary list",
        "l.txt is geen tekstbestand.",
        2,
        words=("build", "--list", "l.txt"),
        files={"l.txt": b"\xff\xfe\x00"},
    ),
    Bad(
        "empty list",
        "In l.txt staat geen naam.",
        2,
        words=("build", "--list", "l.txt"),
        files={"l.txt": "# leeg\n\n"},
    ),
    Bad(
        "huge list",
        "l.txt is groter dan 1 MB; dat is geen lijst met namen.",
        2,
        words=("build", "--list", "l.txt"),
        files={"l.txt": "Overvecht\n" * 100_001},
    ),
    Bad(
        "many unknown names",
        "Na 20 fouten zijn de overige namen niet meer bekeken.",
        11,
        words=("build", *(f"WK9999{number}" for number in range(10, 40))),
    ),
    Bad(
        "list of unknown names",
        "501 van de 501 profielen zijn niet gemaakt:\n  l.txt:1: WK999999: ",
        18,
        words=("build", "--list", "l.txt"),
        files={"l.txt": "WK999999\n" + "WK888888\n" * 500},
    ),
    Bad(
        "editions that differ",
        "In één opdracht past één editie",
        2,
        words=("build", "leiden", PROFILE),
        files={PROFILE: f"{AREA}editie: '2020'\n"},
    ),
    Bad(
        "output is a file",
        "is niet te schrijven (er staat al iets met die naam).",
        17,
        words=("build", "overvecht", "--format", "json", "--output", "weg"),
        files={"weg": "x"},
    ),
    Bad(
        "output under a file",
        "is niet te schrijven (een deel van het pad is geen map).",
        17,
        words=("build", "overvecht", "--format", "json", "--output", "weg/x"),
        files={"weg": "x"},
    ),
    words(
        "output cannot be made",
        "build overvecht --format json --output /proc/wijkprofiel",
        17,
        "is niet te schrijven",
    ),
    Bad(
        "report is a folder",
        "Ongeldige waarde voor '--report': 'v' is een map, geen bestand.",
        2,
        files={"v/x": "x"},
        words=("build", "overvecht", "--format", "json", "--report", "v"),
    ),
    words(
        "report is this folder",
        "build overvecht --format json --report .",
        2,
        "Ongeldige waarde voor '--report': '.' is een map, geen bestand.",
    ),
    words(
        "config is a file",
        "build overvecht --config weg.txt",
        2,
        "Ongeldige waarde voor '--config': 'weg.txt' is een bestand, geen map.",
        **{"weg.txt": "x"},
    ),
    words(
        "data folder is a file",
        "build overvecht --data-dir weg.txt",
        2,
        "Ongeldige waarde voor '--data-dir': 'weg.txt' is een bestand, geen map.",
        **{"weg.txt": "x"},
    ),
    *(
        words(f"name too long: {line}", f"{line} {LONG}.yaml", 2, "(de naam is te lang).")
        for line in (
            "config check",
            "build --list",
            "build overvecht --config",
            "build overvecht --data-dir",
            "data import kwb_2020",
            "data compile 2020 --snapshots",
        )
    ),
    words(
        "show unknown indicator",
        "indicators show rokers",
        2,
        "Indicator 'rokers' kennen we niet. Bedoelde u roker?",
    ),
    words(
        "explain unknown area",
        "indicators explain roker overvegt",
        11,
        "Er is geen gebied 'overvegt'",
    ),
    words("unknown recipe", "data import kwb_2O20 .", 2, "Het recept 'kwb_2O20' is er niet."),
    words(
        "path for a recipe",
        "data import ../../geheim .",
        2,
        "Het recept '../../geheim' is er niet.",
    ),
    words("no such folder", "data import kwb_2020 nergens", 2, "De map nergens bestaat niet."),
    words("empty folder", "data import kwb_2020 .", 13, "bestaat niet."),
    words(
        "compile nearly known", "data compile nieuwst", 2, "de configuratie. Bedoelde u nieuwste?"
    ),
    words(
        "compile unknown", "data compile 1999", 2, "Editie '1999' staat niet in de configuratie."
    ),
    words(
        "compile without snapshots", "data compile 2020", 13, "staat niet in eigen/momentopnamen"
    ),
    words("verify unknown", "data verify 1999", 14, "Editie '1999' is er niet."),
    words("check of a text file", "config check lijst.txt", 2, "lijst.txt is geen profielbestand"),
    Bad(
        "check of an empty folder",
        "staan geen profielbestanden",
        2,
        words=("config", "check", "leeg"),
        files={"leeg/lees.txt": "x"},
    ),
    words("new of unknown area", "config new overvegt", 11, "Er is geen gebied 'overvegt'"),
    words(
        "new as text file",
        "config new overvecht --output wijk.txt",
        2,
        "moet eindigen op .yaml of .yml",
    ),
    Bad(
        "new over a file",
        "overvecht.yaml bestaat al en blijft zoals het is.",
        17,
        words=("config", "new", "overvecht"),
        files={"overvecht.yaml": "van mij"},
    ),
    Bad(
        "schema over a file",
        "is niet te schrijven",
        17,
        words=("config", "schema", "weg"),
        files={"weg": "x"},
    ),
)

EDITION = ("build", "overvecht", "--format", "json", "--edition", "x")
EDITIONS = (
    Bad(
        "edition is text",
        "is onleesbaar of beschadigd (dit is geen editie).",
        14,
        EDITION,
        {"eigen/x.sqlite": "geen editie"},
    ),
    Bad("edition is empty", "is onleesbaar of beschadigd", 14, EDITION, {"eigen/x.sqlite": ""}),
    Bad(
        "manifest missing",
        "ontbreekt x.json; zij is niet af of niet van ons.",
        14,
        ("data", "verify", "x"),
        {"eigen/x.sqlite": "geen editie"},
    ),
    Bad(
        "manifest is no JSON",
        "is onleesbaar of beschadigd (geen geldige JSON, regel 1).",
        14,
        ("data", "verify", "x"),
        {"eigen/x.sqlite": "x", "eigen/x.json": "{"},
    ),
    Bad(
        "manifest of another version",
        "heeft opbouw 99; deze versie van wijkprofiel leest",
        14,
        ("data", "verify", "x"),
        {"eigen/x.sqlite": "x", "eigen/x.json": '{"format": 99}'},
    ),
)

CONFIGURATION = (
    own(
        "limit is a word",
        "oordeel.yaml",
        "grootte: half\n",
        10,
        "grootte: moet sleutels met waarden",
    ),
    own("empty limits", "oordeel.yaml", "", 10, "oordeel.yaml: grootte ontbreekt"),
    own("empty themes", "themas/rivm.yaml", "", 10, "rivm.yaml: id ontbreekt"),
    own("broken texts", "teksten/nl.yaml", "oordeel: [\n", 10, "geen geldige YAML"),
    own("binary aliases", "aliassen.yaml", b"\xff\xfe", 10, "dit is geen tekstbestand in UTF-8"),
    own(
        "alias without code",
        "aliassen.yaml",
        "wijken:\n  Kattenburg: {gemeente: Amsterdam, indeling: 2020, codes: [363]}\n",
        10,
        "'363' is geen code van een gebied (zoals WK034403)",
    ),
    own(
        "wrong key in a printed name",
        "aliassen.yaml",
        "gedrukt_als:\n  wijken:\n    Kattenburg: {gemeente: Amsterdam, namm: Katten}\n",
        10,
        "aliassen.yaml:3: gedrukt_als.wijken.Kattenburg.namm: deze sleutel kennen we niet."
        " Bedoelde u naam?",
    ),
    own(
        "printed name without a gemeente",
        "aliassen.yaml",
        "gedrukt_als:\n  wijken:\n    Kattenburg: {naam: Katten}\n",
        10,
        "aliassen.yaml:3: gedrukt_als.wijken.Kattenburg: gemeente ontbreekt",
    ),
    own(
        "text as comment in one's own texts",
        "aliassen.yaml",
        "gemeenten:\n  Mokum: Amsterdam #hoofdstad\n",
        10,
        "aliassen.yaml:2: gemeenten.Mokum: wat achter # staat valt weg;",
    ),
    own(
        "id under a name",
        "verhalen.yaml",
        "a: {id: a}\n",
        10,
        "weglaten: de naam waar dit onder staat is het kenmerk al",
    ),
    own(
        "template with an open block",
        "templates/profiel.html.j2",
        "{% if profiel %}",
        15,
        "Fout in sjabloon profiel.html.j2, regel 1",
    ),
    own(
        "template with an unknown name", "templates/profiel.html.j2", "\n{{ naam }}", 15, "regel 2"
    ),
    own(
        "template includes nothing",
        "templates/profiel.html.j2",
        "{% include 'x.j2' %}",
        15,
        "Sjabloon x.j2 bestaat niet.",
    ),
    own(
        "template with a wrong sum",
        "templates/profiel.html.j2",
        "{{ 1 / 0 }}",
        15,
        "Fout in sjabloon",
    ),
    own(
        "template of other letters",
        "templates/profiel.html.j2",
        b"\xff",
        15,
        "profiel.html.j2 is geen tekstbestand in UTF-8",
    ),
    own(
        "template in itself",
        "templates/profiel.html.j2",
        "{% include 'profiel.html.j2' %}",
        15,
        "Fout in",
    ),
    Bad(
        "stray folder",
        "configs/template: deze map wordt niet gelezen. Bedoelde u templates?",
        10,
        ("config", "check"),
        {"configs/template/profiel.html.j2": "x"},
    ),
    Bad(
        "stray file",
        "oordeel.yml: dit bestand wordt niet gelezen. Bedoelde u oordeel.yaml?",
        10,
        ("config", "check"),
        {"configs/oordeel.yml": "x: 1\n"},
    ),
)

ALL = (*YAML, *LOGOS, *WORDS, *EDITIONS, *CONFIGURATION, *TEMPLATES)
