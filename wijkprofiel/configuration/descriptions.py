"""What editors show beside a key: Dutch explanations of the fields that people edit.

They go into the JSON Schemas (`configuration.schema`). The key is the record and its field.
"""

from __future__ import annotations

from wijkprofiel.configuration.area_descriptions import AREAS

PROFILE = {
    "ProfileDefinition.gebied": (
        "Naam of code van de wijk, de buurt, de gemeente of het werkgebied."
        " Of een werkgebied zelf, met naam en delen."
    ),
    "InlineWorkArea.naam": "Hoe mensen het werkgebied noemen.",
    "InlineWorkArea.gemeente": "De gemeente waarin het ligt; anders zeggen de codes het.",
    "InlineWorkArea.delen": (
        "De code van elk deel, met de naam; in de indeling van de editie, of per jaar."
    ),
    "InlineWorkArea.bron": "Waar staat dat dit de delen zijn.",
    "InlineWorkArea.onzeker": "Wat niet zeker is.",
    "InlineWorkArea.vastgesteld_door": "Wie dat heeft vastgesteld.",
    "InlineWorkArea.sinds": "Sinds wanneer.",
    "ProfileDefinition.gemeente": "De gemeente, nodig als de naam vaker voorkomt.",
    "ProfileDefinition.indeling": (
        "Het jaar van de indeling waaruit een code komt: codes worden later soms voor een ander"
        " gebied gebruikt. Bij een naam is het niet nodig."
    ),
    "ProfileDefinition.editie": "Welke editie van de cijfers; anders de nieuwste die er is.",
    "ProfileDefinition.stem": "In welke taal en voor welke lezers; anders nl.",
    "ProfileDefinition.documenten": "Wat er wordt gemaakt: profiel, een_blad of een eigen.",
    "ProfileDefinition.titel": "Titel op de eerste bladzijde, in plaats van de naam.",
    "ProfileDefinition.kernboodschap": "Eén of twee zinnen die vooraan komen te staan.",
    "ProfileDefinition.bijeenkomst": "De bijeenkomst waarvoor u het profiel maakt.",
    "ProfileDefinition.makers": "Namen van mensen of organisaties die het profiel maken.",
    "ProfileDefinition.contact": "Bij wie lezers terechtkunnen met vragen.",
    "ProfileDefinition.themas": "Welke indeling in thema's.",
    "ProfileDefinition.alleen_themas": "Alleen deze thema's; anders allemaal.",
    "ProfileDefinition.weglaten": "Indicatoren die niet in het profiel komen.",
    "ProfileDefinition.vergelijken_met": (
        "Waarmee u vergelijkt, hoogstens drie. De eerste bepaalt vorm en kleur."
        " Kies wijk, gemeente, ggd_regio, provincie of land, of noem een ander gebied."
    ),
    "ProfileDefinition.punten": "Wat de werkgroep aan de punten verandert.",
    "ProfileDefinition.tabellen": (
        "Of de volledige tabellen per thema ook op papier komen. In HTML staan ze er altijd."
    ),
    "ProfileDefinition.huisstijl": "Logo, lettertype en kleur van uw organisatie.",
    "Meeting.aanleiding": "Waarvoor mensen bij elkaar komen, zoals: Eerste wijkbijeenkomst.",
    "Meeting.datum": "De dag, geschreven als jjjj-mm-dd.",
    "Meeting.tijd": "Hoe laat zij begint, in uren en minuten, zoals: 19:30.",
    "Meeting.plaats": "Waar de bijeenkomst is.",
    "Contact.naam": "Naam van een mens of een team.",
    "Contact.organisatie": "De organisatie.",
    "Contact.email": "E-mailadres.",
    "Contact.telefoon": "Telefoonnummer; zet het tussen aanhalingstekens.",
    "PointChoice.vast": "Cijfers die zeker een punt zijn.",
    "PointChoice.weg": "Cijfers die geen punt zijn. Het profiel vermeldt dat.",
    "HouseStyle.logo": "Het logo van uw organisatie.",
    "HouseStyle.lettertype": "Een lettertype dat op deze computer staat.",
    "HouseStyle.accentkleur": "Donkere kleur, als '#1a5276'. Zij moet leesbaar zijn op wit.",
    "Logo.bestand": "Bestand (svg, png of jpg), gezien vanaf dit profielbestand.",
    "Logo.alt": "Wat wordt voorgelezen in plaats van het logo.",
    "OtherArea.gebied": "Naam of code van het andere gebied.",
    "OtherArea.gemeente": "De gemeente van dat gebied.",
    "OtherArea.indeling": "Het jaar van de indeling, als u een code gebruikt.",
}

REMARKS = {
    "RoundRemark.tabellen": "De tabellen waarvoor dit geldt, met de naam van hun momentopname.",
    "RoundRemark.perioden": "De jaren waarvoor dit geldt.",
    "RoundRemark.leeftijden": "Alleen deze leeftijdsgroepen; anders alle.",
    "RoundRemark.indicatoren": "Alleen deze indicatoren; anders alle van de tabel.",
    "RoundRemark.ontbreekt": "Of onze kopie van de tabel deze cijfers niet heeft.",
    "RoundRemark.tekst": "Een zin. Op {jaren} komen de jaren die er staan.",
    "RoundRemark.kort": "Hetzelfde in een paar woorden, voor onder de rondes.",
}

INDICATORS = {
    "IndicatorDefinition.naam": "Naam in tabellen.",
    "IndicatorDefinition.korte_naam": "Naam waar weinig plaats is.",
    "IndicatorDefinition.definitie": "Wat er is gemeten, in hele zinnen.",
    "IndicatorDefinition.eenheid": "Waarin het cijfer wordt gegeven.",
    "IndicatorDefinition.soort": "Wat voor getal het is.",
    "IndicatorDefinition.populatie": "Over wie het cijfer gaat.",
    "IndicatorDefinition.leeftijden": "Leeftijdsgroepen, de belangrijkste eerst.",
    "IndicatorDefinition.richting": "Welke kant gunstig is.",
    "IndicatorDefinition.richting_65plus": "Welke kant gunstig is bij 65-plussers.",
    "IndicatorDefinition.methode": "Hoe de bron aan het cijfer komt.",
    "IndicatorDefinition.decimalen": "Cijfers achter de komma in het document.",
    "IndicatorDefinition.schaal": "Wortel: voor cijfers met enkele zeer hoge waarden.",
    "IndicatorDefinition.drempel": "Kleinere verschillen in afstand tellen niet.",
    "IndicatorDefinition.vergelijken": "Of het cijfer met andere gebieden wordt vergeleken.",
    "IndicatorDefinition.woorden": "Gunstiger en ongunstiger, of dichterbij en verder weg.",
    "IndicatorDefinition.klassen": "Naam van elke klasse, bij soort: klasse.",
    "IndicatorDefinition.bron": "Uit welke onderwerpen van de bron het cijfer komt.",
    "IndicatorDefinition.alleen_tabellen": (
        "De enige momentopnamen die het cijfer hebben. Een editie zonder die tabellen kent het"
        " niet."
    ),
    "IndicatorDefinition.voorbehoud": "Wat een lezer erbij moet weten.",
    "IndicatorDefinition.voorbehoud_kort": "Hetzelfde in een paar woorden, onder een rij.",
    "IndicatorDefinition.zonder": (
        "Wat niet meetelt in een cijfer dat uit de wijken is berekend: zee en grote meren."
    ),
    "IndicatorDefinition.themas": "Plaats in elke indeling in thema's.",
    "IndicatorDefinition.verhaal": "Bij welk verhaal het cijfer hoort.",
    "IndicatorDefinition.werkgebied": (
        "Hoe cijfers van delen samen dat van een werkgebied worden, als dat anders gaat dan bij"
        " zulke cijfers gewoon is. Wat nergens vastligt, wordt niet berekend."
    ),
    "Together.wijze": (
        "Optellen, delen van opgetelde aantallen, of een gemiddelde: naar mensen, of naar `weging`."
    ),
    "Together.weging": "Aantallen waarnaar wordt gewogen, met hoe zwaar elk meetelt.",
    "Together.marge": "Hoever het cijfer ernaast kan zitten; dat gaat van een verschil af.",
    "Together.marge_deel": "Hetzelfde als deel van het cijfer.",
    "Together.marge_buurten": "De marge waar buurten bij de delen zijn.",
    "Together.cijfers": "Zoveel cijfers tellen; de rest wordt nul.",
    "Together.minstens": "Deel van de mensen dat in delen met een cijfer moet wonen.",
    "Together.grover": "Vanaf welk kleiner deel er een rond getal staat, met een grotere marge.",
    "Rougher.vanaf": "Deel van de mensen dat in delen met een cijfer moet wonen.",
    "Rougher.marge": "Hoever het cijfer er dan naast kan zitten.",
    "Together.klasse_van": "Cijfer waaruit een klasse volgt.",
    "Together.anders": "Waarnaar wordt gewogen als `weging` niet van alle delen bekend is.",
    "OtherWeights.weging": "Aantallen waarnaar dan wordt gewogen, met hoe zwaar elk meetelt.",
    "OtherWeights.marge": "Hoever het cijfer er dan naast kan zitten.",
    "OtherWeights.marge_buurten": "Hetzelfde waar buurten bij de delen zijn.",
    "Together.grenzen": "Grenzen tussen de klassen, aflopend.",
    "IndicatorDefinition.trend": "Welke rondes van de monitor naast elkaar mogen staan.",
    "IndicatorDefinition.zin": "De delen waaruit zinnen worden gemaakt.",
    "IndicatorSource.groep": "Groep uit `volgorde` van de editie.",
    "IndicatorSource.onderwerp": "Een cijfer dat de bron zelf geeft.",
    "IndicatorSource.teller": "Onderwerpen die worden opgeteld boven de streep.",
    "IndicatorSource.noemer": "Onderwerpen die worden opgeteld onder de streep.",
    "IndicatorSource.verandering": "Onderwerp waarvan de groei tussen twee jaren wordt berekend.",
    "IndicatorSource.vermenigvuldig": "Waarmee teller gedeeld door noemer wordt vermenigvuldigd.",
    "IndicatorSource.afronding": "Hoe de bron de aantallen heeft afgerond.",
    "IndicatorSource.uit_wijken": (
        "Ja: gemeente en Nederland zijn de som van hun wijken, omdat de bron daar meetelt wat in"
        " geen wijk ligt. Bij een `onderwerp` horen dan ook `teller` en `noemer`."
    ),
    "IndicatorSource.hoogstens": (
        "Een wijk met een hoger cijfer telt niet mee in die som en wordt niet vergeleken."
    ),
    "WantedTopic.stam": "Kolomnaam zonder volgnummer.",
    "WantedTopic.pad": "Groep van de kolom, als de naam vaker voorkomt.",
    "ThemePlace.thema": "Sleutel van het thema.",
    "ThemePlace.kop": "Sleutel van de kop binnen het thema.",
    "Sentence.kort": "Als deel van een zin, zonder mensen: zich eenzaam voelen.",
    "Sentence.wie": "Over wie de zin gaat: volwassenen.",
    "Sentence.doen": "Het werkwoord in het meervoud: voelen zich eenzaam.",
    "Sentence.doet": "Het werkwoord in het enkelvoud: voelt zich eenzaam.",
    "Sentence.heel": "Een hele zin met {waarde}, waar wie en doen niet passen.",
    "Sentence.rij": "Naam van de rij op de eerste bladzijde, als die anders is dan doet.",
    "Sentence.kracht": "Wat er staat waar het als kracht opvalt; zonder doet het dat nooit.",
    "Sentence.zorg": "Hetzelfde voor wat aandacht vraagt.",
    "Sentence.onderwerp": "Waar het cijfer over gaat, midden in een zin: eenzaamheid.",
    "Sentence.ook": "Hetzelfde achter `Ook hier`.",
    "Sentence.er": "De boodschap dat mensen hier dit doen: Hier wordt gesport.",
    "Sentence.rond": "Zin over de gemeente, met {gemeente} en {aantal}.",
    "Sentence.dichtbij": "De voorziening die dichtbij is: huisarts.",
    "SideForm.kort": "De boodschap in hoogstens vier woorden.",
    "SideForm.vorm": "Achter `van de 100 volwassenen`: het cijfer, of de rest daarvan.",
    "SideForm.heel": "Een hele zin met {waarde}, waar vorm niet past.",
    "SideForm.deler": "Waardoor het cijfer wordt gedeeld voor het in de zin staat.",
}

THEMES = {
    "ThemeSet.naam": "Naam van de indeling.",
    "ThemeSet.uitleg": "Waar de indeling vandaan komt; voor wie dit bestand leest.",
    "ThemeSet.standaard": "Bij precies één indeling ja.",
    "ThemeSet.themas": "De thema's, in de volgorde van het document.",
    "Theme.sleutel": "Korte naam waarmee andere bestanden naar het thema wijzen.",
    "Theme.naam": "Kop in het document.",
    "Theme.waarover": "Eén zin onder de kop.",
    "Theme.koppen": "Koppen binnen het thema, met hun sleutel.",
    "Theme.vragen": "Open vragen voor de bijeenkomst.",
    "Theme.leeg": "Wat er staat als er voor dit thema geen cijfers zijn.",
    "SidedQuestions.kracht": "Over een kracht: wat maakt dat dit hier lukt.",
    "SidedQuestions.zorg": "Over een zorg: wat zou helpen, en wie er al is.",
    "SidedQuestions.anders": "Over een punt aan geen van beide kanten.",
    "ThemeQuestions.bewoners": "Vraag aan bewoners.",
    "ThemeQuestions.professionals": "Vraag aan professionals.",
    "Story.nummer": "Plaats in de volgorde van verhalen.",
    "Story.naam": "Naam van het verhaal.",
    "Story.signaal": "Verhalen met dezelfde letter hangen samen.",
    "Story.rij": "Het cijfer dat op de eerste bladzijde altijd een rij heeft.",
    "Story.volgorde_krachten": "Cijfers die als kracht mogen opvallen, het liefst het eerste.",
    "Story.volgorde_zorgen": "Cijfers die als zorg mogen opvallen, het liefst het eerste.",
    "Story.delen": "Cijfers die in een ander cijfer meetellen, met dat cijfer.",
    "Story.zonder_rij": "Cijfers die in de tabel hetzelfde nog eens zouden zeggen.",
    "Story.vragen": "Open vragen voor de bijeenkomst.",
    "Story.vragen_per_cijfer": "Andere vragen, als het punt over dit cijfer gaat.",
}

LIMITS = {
    "JudgementLimits.grootte": "Vanaf hoeveel spreidingen een verschil een woord krijgt.",
    "JudgementLimits.mensen": "Hoeveel mensen een gebied nodig heeft.",
    "JudgementLimits.rest": "Wanneer met de rest van de gemeente wordt vergeleken.",
    "JudgementLimits.positie": "Grenzen van de plaats tussen alle wijken.",
    "PositionLimits.tot_mensen": "In een groter gebied krijgt de plaats geen zin.",
    "JudgementLimits.zekerheid_z": "Aantal standaardfouten van de marges.",
    "JudgementLimits.punten": "Wanneer een verschil een punt wordt, en hoeveel er zijn.",
    "JudgementLimits.opening": "De drie dingen om mee te beginnen, en wat er is.",
    "JudgementLimits.jongeren": "Waar veel jongeren wonen, en bij welke punten dat erbij staat.",
    "JudgementLimits.leeftijd": "Correctie voor het aantal 65-plussers.",
    "JudgementLimits.samenhang": "Welk woord samengaan met wie er wonen krijgt.",
    "JudgementLimits.trend": "Wanneer een verandering een woord krijgt.",
    "JudgementLimits.aantallen": "Wanneer een aantal mensen wordt genoemd.",
    "JudgementLimits.werkgebieden": "Wanneer delen samen één cijfer krijgen.",
    "UnionLimits.inwoners": "Cijfer met het aantal inwoners.",
    "UnionLimits.huishoudens": "Cijfer met het aantal huishoudens.",
    "UnionLimits.huishoudensgrootte": "Cijfer met hun grootte.",
    "UnionLimits.delen_hoogstens": "Zoveel delen heeft een werkgebied hoogstens.",
    "UnionLimits.uiteen": "Vanaf dit verschil tussen de delen staat dat bij een cijfer.",
    "UnionLimits.mensen": "Zoveel volwassenen wonen er minstens.",
    "UnionLimits.dekking": "Deel van de mensen dat in delen met een cijfer woont.",
    "UnionLimits.genoemd_vanaf": "Verschil in spreidingen, als veel delen geen cijfer hebben.",
    "UnionLimits.kanarie": "Wat delen samen mogen schelen met het cijfer van hun geheel.",
    "CoverageLimits.stil": "Vanaf hier staat er niets bij.",
    "CoverageLimits.zonder": "Vanaf hier staat erbij welke delen ontbreken.",
    "CoverageLimits.noemen": "Daaronder krijgt alleen een groot verschil een woord.",
    "CoverageLimits.cijfer": "Daaronder is er geen cijfer.",
    "CanaryLimits.voorbehoud": "Daarboven is het cijfer nooit een punt.",
    "CanaryLimits.geen_cijfer": "Daarboven tellen de buurten van die wijk niet mee.",
    "SizeLimits.iets": "Vanaf hier: iets gunstiger of ongunstiger.",
    "SizeLimits.gewoon": "Vanaf hier: gunstiger of ongunstiger.",
    "SizeLimits.duidelijk": "Vanaf hier: duidelijk gunstiger of ongunstiger.",
    "PointLimits.sterkte": "Zo sterk is een punt minstens, in spreidingen.",
    "PointLimits.sterkte_klein_gebied": "Hetzelfde waar weinig mensen wonen.",
    "PointLimits.drager_z": "Zo groot is minstens één van de vergelijkingen.",
    "PointLimits.verschil_land": "Zoveel scheelt het afgedrukte getal met dat van Nederland.",
    "PointLimits.verschil_land_km": "Zoveel kilometer scheelt een afstand met Nederland.",
    "PointLimits.deel_van_sterkste": "Zo sterk is een cijfer dat in zijn verhaal voorgaat.",
    "PointLimits.hoogstens_z": "Grotere verschillen tellen niet zwaarder.",
    "PointLimits.hoogstens": "Hoeveel punten er samen zijn.",
    "PointLimits.per_kant": "Hoeveel krachten, en hoeveel zorgen.",
    "PointLimits.per_kant_klein_gebied": "Hetzelfde waar weinig mensen wonen.",
    "PointLimits.per_signaal": "Hoeveel punten met hetzelfde signaal aan een kant.",
    "PointLimits.ruimte_voor_krachten": "Zoveel plaatsen zijn er altijd voor krachten.",
    "PointLimits.noemer_register": "Mensen achter een aandeel uit een register dat mag opvallen.",
    "OpeningLimits.wat_mensen_doen": "Cijfers die altijd waar zijn, met de zorgen ernaast.",
    "OpeningLimits.nabijheid": "Afstanden tot voorzieningen.",
    "OpeningLimits.dichtbij_km": "Tot hier heet een voorziening dichtbij.",
    "OpeningLimits.dichtbij_aantal": "Hoeveel voorzieningen er minstens dichtbij zijn.",
    "OpeningLimits.zorgzaam": "Een cijfer dat mooi en zwaar is, zonder kant.",
    "OpeningLimits.neutraal": "Een cijfer dat zonder oordeel wordt genoemd.",
    "OpeningLimits.neutraal_plaats": "Vanaf deze plaats tussen de volwassenen.",
    "OpeningLimits.ook_hier": "Wat overal veel mensen raakt, het liefst het eerste.",
    "OpeningLimits.ook_verschil": "Zoveel ongunstiger dan Nederland: dan eerst.",
    "OpeningLimits.ook_laatst": "Zoveel gunstiger dan Nederland: dan als laatste.",
    "OpeningLimits.uiteen": "Cijfers die binnen een gebied uiteen kunnen lopen.",
    "OpeningLimits.uiteen_spreiding": "Zo ver lopen ze minstens uiteen, in spreidingen.",
    "OpeningLimits.doos_hoogstens": "Regels in het kader met wat er is.",
    "OpeningLimits.rijen_hoogstens": "Rijen in de grafiek op de eerste bladzijde.",
    "YoungLimits.cijfer": "Het aandeel jongeren.",
    "YoungLimits.plaats": "Vanaf deze plaats tussen de wijken wonen er veel.",
    "YoungLimits.krachten": "Krachten waar het bij staat.",
    "YoungLimits.zorgen": "Zorgen waar het bij staat.",
    "TrendLimits.mensen": "Zoveel volwassenen wonen er minstens.",
    "TrendLimits.verandering_z": "Zo ver verschoof de afstand tot Nederland minstens.",
    "TrendLimits.hoogstens_z": "Verder verschoven wordt niet verteld.",
    "TrendLimits.verschil": "Zoveel scheelt het afgedrukte getal tussen twee rondes.",
    "TrendLimits.ook_hier": "Cijfers die overal veranderden.",
    "TrendLimits.anders": "Cijfers die hier anders veranderden dan in Nederland.",
    "JudgementLimits.naast_elkaar": "Wanneer een verschil tussen twee gebieden een woord krijgt.",
    "JudgementLimits.lijkt_op": "Wanneer gebieden op elkaar lijken.",
    "ApartLimits.zelfde_gemeente": "Tussen twee gebieden van één gemeente, in spreidingen.",
    "ApartLimits.andere_gemeente": "Tussen gebieden van verschillende gemeenten.",
    "BesideLimits.mensen": "Zoveel volwassenen in elk gebied.",
    "BesideLimits.iets": "Vanaf dit verschil krijgt het een kant.",
    "BesideLimits.trend": "Zoveel moet een verschil zijn veranderd.",
    "BesideLimits.ouderen": "Vanaf dit verschil staan cijfers van 65-plussers erbij.",
    "SimilarLimits.kenmerken": "Cijfers over wie er wonen.",
    "SimilarLimits.minstens": "Zoveel daarvan hebben beide gebieden.",
    "SimilarLimits.mensen": "Zoveel volwassenen heeft een gebied dat wordt voorgesteld.",
    "SimilarLimits.aantal": "Zoveel gebieden worden voorgesteld.",
    "TrendLimits.in_de_doos": "Waarvan een daling los wordt verteld, het liefst het eerste.",
}

RESIDENTS = {
    "ResidentsDefinition.minstens_wijken": "Bij minder wijken wordt er niets uitgerekend.",
    "ResidentsDefinition.jongeren": "Het kenmerk dat het aandeel jongeren is.",
    "ResidentsDefinition.kenmerken": "Waarmee de cijfers naast elkaar worden gelegd.",
    "Characteristic.onderwerp": "Een cijfer zoals de bron het geeft.",
    "Characteristic.teller": "Aantallen die samen worden geteld.",
    "Characteristic.noemer": "Waarvan die aantallen een deel zijn.",
    "Characteristic.schaal": "Hoe het wordt genomen: gewoon, wortel of logaritme.",
    "Characteristic.ontbreekt": "Wat er staat voor een wijk zonder dit cijfer.",
}

BOOKLET = {
    "Texts.boekje": "Het boekje van een editie.",
    "BookletTexts.hoofdstukken": "De hoofdstukken, in hun volgorde.",
    "BookletChapter.id": "Waar een link naar het hoofdstuk naartoe gaat.",
    "BookletChapter.titel": "Kop van het hoofdstuk.",
    "BookletChapter.alineas": "De alinea's.",
    "BookletChapter.onderdeel": "Wat er onder de alinea's uit de editie komt.",
    "BookletParagraph.kop": "Kop naast de alinea.",
    "BookletParagraph.tekst": "Tekst; {grootte_iets} is een grens uit oordeel.yaml.",
    "BookletParagraph.lijst": "Wat er onder de tekst wordt opgesomd.",
    "OpenSubject.onderwerp": "Waarover er geen open cijfers zijn.",
    "OpenSubject.waar": "Wie er misschien wel cijfers over heeft.",
    "OpenSubject.vraag": "De vraag boven de ruimte om te schrijven.",
    "OpenSubject.ruimte": "Of er op papier ruimte is om te schrijven.",
}

CHANGES = {
    "Texts.verschillen": "Wat er verschilt tussen twee edities, per oorzaak.",
    "EditionChangeTexts.gebied": "Oorzaken die in het gebied liggen.",
    "EditionChangeTexts.cijfer": "Wat er over één cijfer gezegd mag worden.",
}

SOURCES = {
    "Service.naam": "Hoe de dienst heet.",
    "Service.adres": "Alleen de naam van de computer; wij vragen altijd over https.",
    "Service.http_als_https": (
        "Of wij verwijzingen van de dienst naar http op haar eigen adres volgen, over https."
        " Anders worden ze geweigerd."
    ),
    "Series.verdeling": "Vraag het hele land, per niveau of per gemeente.",
    "TableEntry.jaar": "Jaar van de cijfers.",
    "TableEntry.indeling": "Jaar van de indeling in wijken en buurten, als dat een ander is.",
    "TableEntry.heet_hier": (
        "Hoe een onderwerp in deze tabel heet, bij de naam die wij gebruiken. Met volgnummer"
        " (Inwoners_9) kiest het één van de kolommen die zo heten."
    ),
}

OTHER = {
    "Texts.basis": "Het bestand waarvan alles geldt wat hier niet staat.",
    "Texts.taal": "De taal, zoals op een webpagina: nl, nl-BE of en.",
    "Texts.lezer": "Voor welke lezers deze woorden zijn.",
    "OwnDocument.id": "Hoe u om het document vraagt, en hoe het bestand heet.",
    "OwnDocument.inhoud": "Het document waarvan dit de inhoud laat zien: profiel of een_blad.",
    "OwnDocument.sjabloon": "De bladzijde, gezien vanuit de map templates.",
    "OwnDocument.een_bladzijde": "Het id van wat op één bladzijde moet blijven.",
    "Texts.narekenen": "Wat `indicators explain` uitschrijft.",
    "TableFile.vorm": "Soort bestand; een werkboek van Excel is xlsx.",
    "TableFile.scheiding": "Teken tussen de kolommen van een csv.",
    "TableFile.blad": "Naam van het blad in een werkboek; anders het eerste.",
    "ImportRecipe.notatie": "Hoe de kopie getallen schrijft, als dat anders is dan 1234.5.",
    "ImportRecipe.bereik": "Per stam het laagste en het hoogste cijfer dat kan.",
    "ImportRecipe.optelbaar": "Per stam of delen samen het geheel zijn.",
    "CopyNotation.decimaal": "Teken voor de cijfers achter de komma.",
    "CopyNotation.duizendtal": "Teken tussen duizendtallen.",
    "CopyNotation.leeg": "Wat er staat waar geen cijfer is, behalve niets of een punt.",
    "EditionDefinition.titel": "Wat er in de editie zit.",
    "EditionDefinition.stand": "Datum op de documenten, geschreven als jjjj-mm-dd.",
    "EditionDefinition.indeling": "Jaar van de indeling in wijken en buurten.",
    "EditionDefinition.kerntabel": "Momentopname die bepaalt welke gebieden er zijn.",
    "EditionDefinition.grenzen": "Momentopname met de kaart.",
    "EditionDefinition.tabellen": "De momentopnamen van deze editie.",
    "EditionDefinition.volgorde": "Per groep: waar wordt gezocht, de voorkeur eerst.",
    "EditionDefinition.vereenvoudig_m": "Hoeveel meter een grens op de kaart mag afwijken.",
    "EditionDefinition.neemt_nieuwer": (
        "Reeksen waarvan een nieuwere tabel vanzelf meedoet, voor cijfers die zij heeft."
    ),
    "Series.catalogus": "Hoe wij nieuwere tabellen van deze reeks vinden.",
    "CatalogueSearch.titel": (
        "De titel in de catalogus van de dienst: {jaar} is een jaar, * is wat dan ook."
    ),
    "CatalogueSearch.thema": (
        "Alleen tabellen onder dit thema van de catalogus, met zijn onderliggende thema's."
    ),
    "EditionTable.lege_kolom": "Wat het betekent als een onderwerp een heel jaar leeg is.",
}

DESCRIPTIONS = {
    **PROFILE,
    **REMARKS,
    **INDICATORS,
    **THEMES,
    **LIMITS,
    **RESIDENTS,
    **BOOKLET,
    **CHANGES,
    **SOURCES,
    **AREAS,
    **OTHER,
}
