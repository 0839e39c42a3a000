"""Published 2020 figures that the hand-written profile is made of (50090NED, 18+ and 65+).

Per figure: name, direction, Overvecht, rest of Utrecht as printed, Nederland, the same three for
65-plussers, and the spread over the wijken: low, P5, P25, median, P75, P95, high, sd.
"""

from __future__ import annotations

from typing import NamedTuple


class Health(NamedTuple):
    key: str
    name: str
    sign: int
    adults: tuple[float, float, float]
    elderly: tuple[float, float, float]
    spread: tuple[float, float, float, float, float, float, float]
    sd: float


PHYSICAL = (
    Health("gezond", "Voelt zich gezond", 1, (69.9, 80.8, 78.4), (53.0, 62.1, 66.7),
           (52.9, 71.4, 77.3, 79.6, 81.8, 85.2, 92.3), 4.18),
    Health("aandoening", "Langdurige aandoening", -1, (35.3, 28.3, 32.5), (54.8, 50.6, 47.3),
           (17.0, 26.5, 29.6, 31.7, 34.0, 37.8, 53.1), 3.61),
    Health("beperkt", "Beperkt door gezondheid", -1, (35.6, 25.7, 31.0), (57.1, 50.4, 48.6),
           (13.5, 24.0, 27.9, 30.3, 32.9, 37.7, 59.0), 4.34),
    Health("ernstig_beperkt", "Ernstig beperkt door gezondheid", -1, (7.9, 4.4, 5.1),
           (11.7, 9.2, 8.2), (1.5, 2.9, 3.7, 4.4, 5.3, 7.3, 14.4), 1.40),
    Health("lichamelijk", "Moeite met horen, zien of bewegen", -1, (22.9, 12.2, 15.2),
           (39.4, 30.3, 27.1), (4.7, 9.1, 11.4, 13.3, 15.5, 21.2, 45.3), 3.83),
    Health("horen", "Moeite met horen", -1, (8.7, 4.2, 4.6), (11.4, 8.5, 7.6),
           (1.3, 2.8, 3.6, 4.2, 4.9, 6.4, 14.3), 1.18),
    Health("zien", "Moeite met zien", -1, (9.9, 5.0, 5.6), (14.3, 10.0, 7.7),
           (1.9, 3.1, 3.8, 4.5, 5.5, 8.3, 19.6), 1.66),
    Health("bewegen", "Moeite met bewegen", -1, (15.9, 7.7, 9.6), (32.8, 24.0, 20.9),
           (1.8, 4.8, 6.4, 7.9, 9.9, 14.4, 37.3), 3.09),
)  # fmt: skip

MENTAL = (
    Health("risico", "Matig of hoog risico op een angststoornis of depressie", -1,
           (55.7, 49.7, 45.9), (47.1, 40.6, 39.1),
           (26.9, 34.1, 38.8, 42.3, 46.1, 54.6, 71.1), 6.01),
    Health("hoog_risico", "Hoog risico op een angststoornis of depressie", -1, (12.2, 7.7, 6.7),
           (7.4, 5.1, 4.0), (2.2, 3.1, 4.0, 4.9, 6.5, 10.0, 18.1), 2.18),
    Health("stress", "(Heel) veel stress", -1, (24.9, 23.4, 17.9), (9.4, 8.1, 6.5),
           (7.4, 11.3, 13.1, 14.8, 17.7, 23.4, 34.7), 3.73),
    Health("regie", "Regie over het eigen leven", 1, (84.6, 90.7, 90.1), (80.3, 84.4, 85.5),
           (78.3, 86.8, 89.8, 91.3, 92.4, 93.7, 96.4), 2.24),
)  # fmt: skip

LIFESTYLE = (
    Health("beweegt", "Beweegt genoeg", 1, (49.9, 57.6, 50.1), (28.5, 37.3, 37.7),
           (25.5, 41.6, 48.2, 51.3, 54.5, 59.2, 68.0), 4.88),
    Health("sport", "Sport elke week", 1, (45.1, 60.4, 49.1), (25.9, 33.8, 33.4),
           (24.8, 36.9, 44.9, 49.3, 53.8, 60.9, 76.9), 6.87),
    Health("ondergewicht", "Ondergewicht", 0, (2.2, 2.1, 1.7), (1.6, 1.6, 1.3),
           (0.9, 1.2, 1.4, 1.5, 1.8, 2.3, 4.6), 0.34),
    Health("overgewicht", "Overgewicht, obesitas meegeteld", -1, (51.0, 39.4, 50.8),
           (60.9, 55.3, 58.9), (23.6, 41.0, 49.2, 51.9, 54.4, 58.6, 69.7), 5.26),
    Health("obesitas", "Obesitas", -1, (17.9, 11.4, 15.6), (21.8, 17.5, 17.7),
           (5.8, 10.5, 13.4, 14.9, 17.0, 20.5, 29.3), 3.00),
    Health("rookt", "Rookt", -1, (23.1, 19.4, 17.9), (13.5, 12.0, 9.9),
           (7.9, 12.0, 14.1, 15.9, 18.4, 24.1, 34.0), 3.67),
    Health("alcohol", "Drinkt niet of hooguit één glas per dag", 1, (58.8, 40.3, 43.9),
           (65.7, 57.4, 54.9), (20.3, 32.8, 37.6, 41.4, 45.9, 52.8, 77.7), 6.36),
    Health("drinkt", "Drinkt weleens alcohol", 0, (57.1, 78.2, 78.5), (57.1, 68.0, 72.4),
           (34.5, 70.6, 78.9, 81.8, 83.9, 86.8, 91.3), 5.33),
    Health("zwaar", "Drinkt minstens één keer per week veel op één dag", -1, (7.2, 9.6, 8.4),
           (5.6, 5.6, 5.2), (4.7, 6.1, 7.2, 8.4, 9.7, 12.2, 19.5), 2.01),
    Health("overmatig", "Drinkt overmatig", -1, (4.8, 6.4, 6.3), (6.3, 8.0, 6.9),
           (2.4, 4.8, 5.8, 6.5, 7.5, 9.1, 15.0), 1.40),
)  # fmt: skip

PARTICIPATION = (
    Health("vrijwilliger", "Doet vrijwilligerswerk", 1, (18.7, 23.2, 24.6), (18.3, 24.5, 27.5),
           (12.4, 17.5, 23.0, 28.1, 33.1, 38.4, 51.9), 6.58),
    Health("mantelzorger", "Geeft mantelzorg", 0, (10.4, 9.9, 13.6), (12.3, 13.9, 14.6),
           (3.5, 10.3, 13.4, 14.7, 15.9, 17.4, 20.6), 2.18),
    Health("rondkomen", "Heeft moeite met rondkomen", -1, (27.2, 17.2, 13.9), (15.6, 10.7, 7.3),
           (3.0, 6.3, 8.3, 10.2, 13.2, 21.3, 34.9), 4.77),
)  # fmt: skip

SOCIAL = (
    Health("eenzaam", "Voelt zich eenzaam", -1, (58.2, 48.9, 47.0), (58.5, 53.3, 49.5),
           (31.4, 37.4, 40.2, 43.1, 47.7, 54.8, 67.3), 5.53),
    Health("ernstig_eenzaam", "Voelt zich ernstig eenzaam", -1, (17.4, 11.6, 11.2),
           (14.8, 11.7, 10.4), (4.1, 6.2, 7.6, 9.1, 11.3, 15.7, 23.8), 2.96),
    Health("emotioneel", "Voelt zich emotioneel eenzaam", -1, (40.1, 32.8, 28.9),
           (37.2, 31.7, 27.9), (11.6, 18.9, 21.7, 24.5, 28.7, 36.9, 50.3), 5.56),
    Health("sociaal", "Voelt zich sociaal eenzaam", -1, (37.3, 28.3, 30.0), (37.5, 34.2, 32.6),
           (18.5, 23.5, 25.5, 27.6, 30.6, 36.0, 47.0), 3.96),
)  # fmt: skip
