"""Several processes on one PostgreSQL: they share the work, and the death of any of them loses and repeats nothing."""

import threading
import time

import psycopg

from tests.threads import end_by_another_thread

LIMIT_SECONDS = 30.0  # "recovery of any work within 30 seconds"
REPLY = "/v2/bot/message/reply"


def test_two_webs_and_two_workers_share_the_work_and_keep_each_persons_order(processes, people):
    for _ in range(2):
        processes.add_worker()
    for _ in range(5):
        for person in people:
            processes.ask(person)
    assert processes.all_answered(LIMIT_SECONDS), [worker.log()[-2000:] for worker in processes.workers]

    assert processes.counts() == dict.fromkeys(people, 5)
    for worker in processes.workers:
        assert '"notice_sent"' in worker.log(), "both had their share"
    for web in processes.webs:
        assert '"notice_sent"' not in web.log(), "a web that shall not work does not"
    for person in people:
        tokens = [
            each["replyToken"] for each in processes.line.world.chats[person].entries if "replyToken" in each
        ]
        assert tokens == sorted(tokens)


def test_what_a_killed_worker_held_is_taken_up_by_the_other(processes, people):
    doomed = processes.add_worker()
    processes.line.hang(3.0, REPLY)
    for person in people:
        processes.ask(person)
    assert processes.line.wait_for(lambda: processes.line.requests, 20)
    doomed.kill()
    killed_at = time.monotonic()
    processes.line.hang(0, REPLY)
    processes.add_worker()

    # Replies that were on their way are tried again when their lease has run out.
    assert processes.all_answered(LIMIT_SECONDS + 10), processes.workers[1].log()[-3000:]
    assert time.monotonic() - killed_at < LIMIT_SECONDS + 10
    assert processes.counts() == dict.fromkeys(people, 1)


def test_a_worker_outlives_postgresql(processes, people):
    worker = processes.add_worker()
    processes.ask(people[0])
    assert processes.all_answered(LIMIT_SECONDS)

    processes.postgres.crash()
    processes.line.say(people[1], "ฉันคือใคร")  # answered with 503: LINE would send it again
    time.sleep(3)
    processes.postgres.start_again()
    back_at = time.monotonic()
    for person in people[2:]:
        processes.ask(person)
    assert processes.all_answered(LIMIT_SECONDS), worker.log()[-3000:]
    assert time.monotonic() - back_at < LIMIT_SECONDS and worker.process.poll() is None


def test_a_worker_waits_while_somebody_else_keeps_the_notices_to_themselves(processes, people):
    worker = processes.add_worker()
    with psycopg.connect(processes.database_url.replace("+psycopg", "")) as other:
        other.execute("LOCK TABLE notices IN ACCESS EXCLUSIVE MODE")
        for person in people:
            processes.ask(person)
        time.sleep(3)
        assert not any(processes.counts().values())
        other.rollback()
    assert processes.all_answered(LIMIT_SECONDS), worker.log()[-3000:]
    assert processes.counts() == dict.fromkeys(people, 1)


def test_whoever_starts_before_postgresql_waits_for_it(processes, people):
    processes.postgres.crash()
    begun = [threading.Thread(target=processes.add_worker), threading.Thread(target=processes.add_web)]
    for each in begun:
        each.start()
    until = time.monotonic() + LIMIT_SECONDS
    while not (_waits(processes.webs) and _waits(processes.workers)):
        assert time.monotonic() < until
        time.sleep(0.1)
    processes.postgres.start_again()
    for each in begun:
        each.join(LIMIT_SECONDS)
    processes.webs[-1].wait_until_ready()
    for person in people:
        processes.ask(person)
    assert processes.all_answered(LIMIT_SECONDS)


def test_told_to_stop_a_worker_finishes_what_it_has_in_hand_and_leaves_the_rest(processes, people):
    worker = processes.add_worker()
    processes.line.hang(3.0, REPLY)
    for person in people:
        processes.ask(person, times=2)  # one chat's second answer waits for the first
    assert processes.line.wait_for(lambda: any(processes.counts().values()), 20)

    assert worker.stop() < 10 and worker.process.returncode == 0, worker.log()[-2000:]
    in_hand = sum(processes.counts().values())
    assert 0 < in_hand == worker.log().count('"answer": "accepted"') < 2 * len(people), worker.log()[-2000:]

    processes.line.hang(0, REPLY)
    processes.add_worker()
    assert processes.all_answered(LIMIT_SECONDS)
    assert processes.counts() == dict.fromkeys(people, 2)


def test_whichever_of_its_threads_the_kernel_tells_a_worker_ends(processes):
    process = processes.add_worker().process
    end_by_another_thread(process.pid)
    assert process.wait(10) == 0


def test_a_line_that_hangs_does_not_keep_a_worker_from_stopping(processes, people):
    worker = processes.add_worker()
    processes.line.hang(60.0, REPLY)
    processes.ask(people[0])
    time.sleep(2)
    assert worker.stop() < 11, worker.log()[-2000:]


def test_a_web_alone_is_enough(processes, people):
    web = processes.add_web(works=True)
    processes.webs.remove(web)
    processes.ask(people[0], times=3)
    assert processes.all_answered(LIMIT_SECONDS)
    assert web.stop() < 10


def _waits(those):
    return any('"event": "database_awaited"' in each.log() for each in those)
