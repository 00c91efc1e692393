"""Looks for anything personal that lies in clear in a data directory. Standard library only."""

import collections
import os
import re
import shutil
import sqlite3
import stat
import tempfile

HEADER = 7
SAMPLE = 4000


def files(directory):
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            if stat.S_ISREG(os.lstat(path).st_mode):
                yield path


def in_clear(directory, orders, titles_of_people=rb"[Pp]erson[- ]?0[0-9]{5}"):
    """What occurs in any file: a handle or a name, an order id as text or as a number."""
    found = []
    people = re.compile(titles_of_people)
    digits = re.compile(rb"[0-9]{11}")
    texts = {order.encode() for order in orders}
    # Numbers, big-endian as SQLite stores them and little-endian as memory does; a sample, as each is looked for apart.
    numbers = [int(order).to_bytes(6, kind) for order in sorted(orders)[::len(orders) // 100 + 1] for kind in ("big", "little")]
    size = 0
    for path in files(directory):
        with open(path, "rb") as file:
            content = file.read()
        size += len(content)
        found += [(path, hit.group()) for hit in people.finditer(content)]
        found += [(path, hit.group()) for hit in digits.finditer(content) if hit.group() in texts]
        found += [(path, number) for number in numbers if number in content]
    return found, size


def looks_alike(directory):
    """Faults of the boxes: of one size they must differ in the header from nothing, and behind it in nothing that shows."""
    faults, sizes = [], {}
    with tempfile.TemporaryDirectory() as copy:
        for path in files(directory):
            if path.endswith((".db", ".db-wal")):
                shutil.copy(path, copy)
        for name, table in (("vitrine.db", "sealed"), ("keys.db", "wraps")):
            base = sqlite3.connect(os.path.join(copy, name))
            clear = {"sealed", "categories", "products", "policy_revisions", "wraps", "grdb_migrations"}
            tables = {row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            faults += [f"{name}: table {other} is not known to be free of personal data" for other in tables - clear]
            boxes, addresses = collections.defaultdict(list), []
            counts = collections.Counter()
            # Rows come in the order of their addresses, so these are taken from all over.
            step = max(1, base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] // SAMPLE)
            for number, (address, box) in enumerate(base.execute(f"SELECT address, box FROM {table}")):
                counts[len(box)] += 1
                if number % step == 0:
                    addresses.append(address)
                if len(boxes[len(box)]) < SAMPLE:
                    boxes[len(box)].append(box)
            base.close()
            sizes[table] = dict(sorted(counts.items()))
            headers = {box[:HEADER] for sample in boxes.values() for box in sample}
            if len(headers) != 1:
                faults.append(f"{table}: {len(headers)} different headers")
            faults += uneven(addresses, f"{table}: addresses", 0)
            for length, sample in boxes.items():
                faults += uneven(sample, f"{table}: boxes of {length} bytes", HEADER)
    return faults, sizes


def uneven(sample, what, start):
    """Positions at which the bytes are not what chance would make them; a few boxes say nothing."""
    if len(sample) < 200:
        return []
    mean = len(sample) / 256
    # A chi-square of 255 degrees has a deviation of 22.6; eight of them come by chance once in a trillion positions.
    limit = 255 + 8 * (2 * 255) ** 0.5 if mean >= 5 else None
    faults = []
    for position in range(start, len(sample[0])):
        counts = collections.Counter(box[position] for box in sample)
        most = max(counts.values())
        square = sum((n - mean) ** 2 for n in counts.values()) / mean + (256 - len(counts)) * mean
        if (limit and square > limit) or most > mean + 10 * mean ** 0.5 + 10:
            faults.append(f"{what}: byte {position} takes {len(counts)} values, one of them {most} times of {len(sample)}")
    return faults[:3]
