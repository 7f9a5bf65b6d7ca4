"""What a database would hold: keys that wait until their task has run."""

import threading
import time


class Rows:
    def __init__(self):
        self.waiting: dict[str, str] = {}
        self.done: list[str] = []
        self.busy: set[str] = set()
        self.clashes: list[str] = []
        self.lock = threading.Lock()

    def add(self, key, lock):
        self.waiting[key] = lock

    def sweep(self):
        with self.lock:
            return [("do", key, lock) for key, lock in self.waiting.items()]

    def do(self, key):
        with self.lock:
            lock = self.waiting.get(key)
            if lock is None:
                return
            if lock in self.busy:
                self.clashes.append(key)
            self.busy.add(lock)
        time.sleep(0.002)
        with self.lock:
            self.busy.discard(lock)
            del self.waiting[key]
            self.done.append(key)
