"""What editors show beside a key: Dutch explanations of the fields that people edit.

They go into the JSON Schemas (`configuration.schema`). The key is the record and its field.
"""

from __future__ import annotations

PROFILE = {
    "ProfileDefinition.gebied": "Naam of code van de wijk, buurt of gemeente.",
    "ProfileDefinition.gemeente": "De gemeente, nodig als de naam vaker voorkomt.",
    "ProfileDefinition.editie": "Welke editie van de cijfers; anders de nieuwste die er is.",
    "ProfileDefinition.titel": "Titel op de omslag, in plaats van de naam van het gebied.",
    "ProfileDefinition.kernboodschap": "Eén of twee zinnen die vooraan komen te staan.",
    "ProfileDefinition.bijeenkomst": "De bijeenkomst waarvoor u het profiel maakt.",
    "ProfileDefinition.makers": "Namen van mensen of organisaties die het profiel maken.",
    "ProfileDefinition.contact": "Bij wie lezers terechtkunnen met vragen.",
    "ProfileDefinition.themas": "Welke indeling in thema's.",
    "ProfileDefinition.alleen_themas": "Alleen deze thema's; anders allemaal.",
    "ProfileDefinition.weglaten": "Indicatoren die niet in het profiel komen.",
    "ProfileDefinition.vergelijken_met": (
        "Waarmee u vergelijkt, hoogstens drie. De eerste bepaalt vorm en kleur."
        " Kies wijk, gemeente of land, of noem een ander gebied."
    ),
    "ProfileDefinition.punten": "Wat de werkgroep aan de gesprekspunten verandert.",
    "ProfileDefinition.huisstijl": "Logo, lettertype en kleur van uw organisatie.",
    "Meeting.aanleiding": "Waarvoor mensen bij elkaar komen, zoals: Eerste wijkbijeenkomst.",
    "Meeting.datum": "De dag, geschreven als jjjj-mm-dd.",
    "Meeting.plaats": "Waar de bijeenkomst is.",
    "Contact.naam": "Naam van een mens of een team.",
    "Contact.organisatie": "De organisatie.",
    "Contact.email": "E-mailadres.",
    "Contact.telefoon": "Telefoonnummer; zet het tussen aanhalingstekens.",
    "PointChoice.vast": "Cijfers die zeker een gesprekspunt zijn.",
    "PointChoice.weg": "Cijfers die geen gesprekspunt zijn. Het profiel vermeldt dat.",
    "HouseStyle.logo": "Het logo van uw organisatie.",
    "HouseStyle.lettertype": "Een lettertype dat op deze computer staat.",
    "HouseStyle.accentkleur": "Donkere kleur, als '#1a5276'. Zij moet leesbaar zijn op wit.",
    "Logo.bestand": "Bestand (svg, png of jpg), gezien vanaf dit profielbestand.",
    "Logo.alt": "Wat wordt voorgelezen in plaats van het logo.",
    "OtherArea.gebied": "Naam of code van het andere gebied.",
    "OtherArea.gemeente": "De gemeente van dat gebied.",
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
    "IndicatorDefinition.voorbehoud": "Wat een lezer erbij moet weten.",
    "IndicatorDefinition.themas": "Plaats in elke indeling in thema's.",
    "IndicatorDefinition.verhaal": "Bij welk verhaal het cijfer hoort.",
    "IndicatorDefinition.punt": "Of het cijfer een gesprekspunt mag worden.",
    "IndicatorDefinition.trend": "Welke rondes van de monitor naast elkaar mogen staan.",
    "IndicatorDefinition.zin": "De delen waaruit zinnen worden gemaakt.",
    "IndicatorSource.groep": "Groep uit `volgorde` van de editie.",
    "IndicatorSource.onderwerp": "Een cijfer dat de bron zelf geeft.",
    "IndicatorSource.teller": "Onderwerpen die worden opgeteld boven de streep.",
    "IndicatorSource.noemer": "Onderwerpen die worden opgeteld onder de streep.",
    "IndicatorSource.verandering": "Onderwerp waarvan de groei tussen twee jaren wordt berekend.",
    "IndicatorSource.vermenigvuldig": "Waarmee teller gedeeld door noemer wordt vermenigvuldigd.",
    "IndicatorSource.afronding": "Hoe de bron de aantallen heeft afgerond.",
    "Topic.stam": "Kolomnaam zonder volgnummer.",
    "Topic.pad": "Groep van de kolom, als de naam vaker voorkomt.",
    "ThemePlace.thema": "Sleutel van het thema.",
    "ThemePlace.kop": "Sleutel van de kop binnen het thema.",
    "Sentence.kort": "Als deel van een zin, zonder mensen: zich eenzaam voelen.",
    "Sentence.wie": "Over wie de zin gaat: volwassenen.",
    "Sentence.doen": "Het werkwoord in het meervoud: voelen zich eenzaam.",
    "Sentence.doet": "Het werkwoord in het enkelvoud: voelt zich eenzaam.",
    "Sentence.heel": "Een hele zin met {waarde}, waar wie en doen niet passen.",
}

THEMES = {
    "ThemeSet.naam": "Naam van de indeling.",
    "ThemeSet.uitleg": "Waar de indeling vandaan komt; staat in de verantwoording.",
    "ThemeSet.standaard": "Bij precies één indeling ja.",
    "ThemeSet.themas": "De thema's, in de volgorde van het document.",
    "Theme.sleutel": "Korte naam waarmee andere bestanden naar het thema wijzen.",
    "Theme.naam": "Kop in het document.",
    "Theme.waarover": "Eén zin onder de kop.",
    "Theme.koppen": "Koppen binnen het thema, met hun sleutel.",
    "Theme.vragen": "Open vragen voor de bijeenkomst.",
    "Theme.leeg": "Wat er staat als er voor dit thema geen cijfers zijn.",
    "Questions.bewoners": "Vraag aan bewoners.",
    "Questions.professionals": "Vraag aan professionals.",
    "Story.nummer": "Plaats in de volgorde van verhalen.",
    "Story.naam": "Naam van het verhaal.",
    "Story.signaal": "Verhalen met dezelfde letter hangen samen.",
    "Story.punt": "Of uit dit verhaal een gesprekspunt mag komen.",
    "Story.volgorde": "Cijfers die een gesprekspunt mogen worden, het liefst het eerste.",
    "Story.vragen": "Open vragen voor de bijeenkomst.",
    "Story.vragen_per_cijfer": "Andere vragen, als het punt over dit cijfer gaat.",
}

LIMITS = {
    "JudgementLimits.grootte": "Vanaf hoeveel spreidingen een verschil een woord krijgt.",
    "JudgementLimits.mensen": "Hoeveel mensen een gebied nodig heeft.",
    "JudgementLimits.rest": "Wanneer met de rest van de gemeente wordt vergeleken.",
    "JudgementLimits.positie": "Grenzen van de plaats tussen alle wijken.",
    "JudgementLimits.zekerheid_z": "Aantal standaardfouten van de marges.",
    "JudgementLimits.punten": "Wanneer een verschil een gesprekspunt wordt, en hoeveel er zijn.",
    "JudgementLimits.leeftijd": "Correctie voor het aantal 65-plussers.",
    "JudgementLimits.trend": "Wanneer een verandering een woord krijgt.",
    "JudgementLimits.aantallen": "Wanneer een aantal mensen wordt genoemd.",
    "SizeLimits.iets": "Vanaf hier: iets gunstiger of ongunstiger.",
    "SizeLimits.gewoon": "Vanaf hier: gunstiger of ongunstiger.",
    "SizeLimits.duidelijk": "Vanaf hier: duidelijk gunstiger of ongunstiger.",
}

OTHER = {
    "Aliases.gemeenten": "Naam van alledag, en de naam in de cijfers.",
    "Aliases.wijken": "Bekende naam, en de wijk of wijken waar hij voor staat.",
    "AreaAlias.indeling": "Jaar van de indeling waarin de codes gelden.",
    "AreaAlias.codes": "Codes van de wijken.",
    "EditionDefinition.titel": "Wat er in de editie zit.",
    "EditionDefinition.stand": "Datum op de documenten, geschreven als jjjj-mm-dd.",
    "EditionDefinition.indeling": "Jaar van de indeling in wijken en buurten.",
    "EditionDefinition.kerntabel": "Momentopname die bepaalt welke gebieden er zijn.",
    "EditionDefinition.grenzen": "Momentopname met de kaart.",
    "EditionDefinition.tabellen": "De momentopnamen van deze editie.",
    "EditionDefinition.volgorde": "Per groep: waar wordt gezocht, de voorkeur eerst.",
    "EditionDefinition.vereenvoudig_m": "Hoeveel meter een grens op de kaart mag afwijken.",
    "EditionTable.lege_kolom": "Wat het betekent als een onderwerp een heel jaar leeg is.",
}

DESCRIPTIONS = {**PROFILE, **REMARKS, **INDICATORS, **THEMES, **LIMITS, **OTHER}
