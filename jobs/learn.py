"""What whoever handles messages reads once before it begins: words, holidays, catalogues.

Left to the first messages, every thread would read all of it at the same moment, in several copies.
"""

from engine.house import House
from i18n import load_catalogues
from rules.thai_holidays import civil_service_holidays
from thai.vocabulary import intent_words, report_words


def learn(house: House) -> None:
    load_catalogues()
    civil_service_holidays(house.clock.now().year)
    report_words()
    intent_words()
