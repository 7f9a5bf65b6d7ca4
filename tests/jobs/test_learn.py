"""Whoever handles messages has its words at hand before the first one comes, so that threads do not read them at once."""

import i18n
from jobs.learn import learn
from thai.vocabulary import intent_words, report_words


def test_no_message_waits_for_words_to_be_read(house):
    caches = (i18n._catalogue, report_words, intent_words)
    for each in caches:
        each.cache_clear()
    learn(house)
    assert [each.cache_info().currsize for each in caches] == [len(i18n.LANGUAGES), 1, 1]
