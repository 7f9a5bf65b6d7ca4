"""LINE's answers, sorted by what they mean for the one who sent."""

import pytest

from line.outcome import Answer, Outcome, outcome_of


@pytest.mark.parametrize(
    ("status", "words", "answer"),
    [
        (200, '{"sentMessages":[]}', Answer.ACCEPTED),
        (200, "<html>garbage", Answer.ACCEPTED),
        (409, "The retry key is already accepted", Answer.ALREADY_ACCEPTED),
        (429, "The API rate limit has been exceeded. Try again later.", Answer.SLOW_DOWN),
        (429, "You have reached your monthly limit.", Answer.QUOTA_GONE),
        (400, "Invalid reply token", Answer.TOKEN_SPENT),
        (400, "Failed to send messages", Answer.NOBODY_THERE),
        (
            400,
            "The property, 'to', in the request body is invalid (line: -, column: -)",
            Answer.NOBODY_THERE,
        ),
        (400, "The request body has 2 error(s)", Answer.REFUSED),
        (401, "Authentication failed", Answer.KEY_REFUSED),
        (403, "Not authorized to use this API", Answer.KEY_REFUSED),
        (404, "Not found", Answer.REFUSED),
        (413, "too large", Answer.REFUSED),
        (408, "timeout", Answer.TRY_AGAIN),
        (302, "", Answer.TRY_AGAIN),
        (500, "Internal server error", Answer.TRY_AGAIN),
        (503, "", Answer.TRY_AGAIN),
    ],
)
def test_what_an_answer_means(status, words, answer):
    assert outcome_of(status, words, "a-request-id").answer is answer


def test_the_request_id_and_lines_own_words_are_kept_short():
    found = outcome_of(400, "x" * 5000, "a-request-id")
    assert (found.request_id, len(found.detail)) == ("a-request-id", 200)


def test_only_what_line_took_counts_as_accepted():
    taken = {answer for answer in Answer if Outcome(answer).is_accepted}
    assert taken == {Answer.ACCEPTED, Answer.ALREADY_ACCEPTED}
