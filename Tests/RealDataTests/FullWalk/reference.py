"""What feeds must show, worked out from the raw files alone.

Nothing here is taken from the program: its own reading of the policy's roots and terms, its own walk up the taxonomy, its
own count of the goods behind a label, its own calendar. Standard library only.
"""

import collections
import datetime
import gzip
import re
import statistics

# What the policy says in figures; the test fails when the policy changes and this does not.
DEPARTMENT_DEPTH, CATEGORY_DEPTH = 1, 3
LEAST_GOODS = 5
ORDINARY_SHARE, ORDINARY_COUNT, CLASS_SHARE = 80, 20, 10
BAND_EDGES = [0, 1000, 2500, 5000, 10000, 25000, 50000, 100000]

# What friends see of each tier: product, time, whether a price band. `widest` is what the grants allow to friends.
LEVELS = {
    "widest": {
        "ordinary": ("exact", "week", True),
        "owner-decides": ("category", "month", True),
        "coarsen": ("department", "month", False),
        "withhold": None,
    },
    "hint": {
        "ordinary": ("department", "month", False),
        "owner-decides": ("department", "month", False),
        "coarsen": ("department", "month", False),
        "withhold": None,
    },
}
STRICTNESS = {"ordinary": 0, "owner-decides": 1, "coarsen": 2, "withhold": 3}


def handle(node):
    return f"person-{node:06d}"


def name(node):
    return f"Person {node:06d}"


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(header, line.rstrip("\n").split("\t")))


# --- The policy ---------------------------------------------------------------------------------------------------------


def flow(text, position):
    """Reads a flow list or mapping, as far as policies use them: plain and double-quoted words, no comments within."""
    closing = {"[": "]", "{": "}"}[text[position]]
    entries, position, key = [], position + 1, None
    while True:
        while text[position] in " \n,":
            position += 1
        if text[position] == closing:
            return (dict(entries) if closing == "}" else entries), position + 1
        if text[position] in "[{":
            value, position = flow(text, position)
        elif text[position] == '"':
            end = text.index('"', position + 1)
            value, position = text[position + 1:end], end + 1
        else:
            end = re.compile(r"[,\]}]|:\s").search(text, position).start()
            value, position = " ".join(text[position:end].split()), end
        if closing == "}" and key is None:
            key, position = value, position + 1
        else:
            entries.append((key, value) if closing == "}" else value)
            key = None


class Words:
    """English terms are phrases of whole words, Chinese ones may stand anywhere in a text."""

    def __init__(self, words):
        self.english = [self.spaced(term) for term in words.get("en", [])]
        self.chinese = [term.lower() for term in words.get("zh", [])]

    @staticmethod
    def spaced(text):
        return " " + " ".join(re.findall("[0-9a-zß-ɏ]+", text.lower())) + " "

    def hit(self, text):
        spaced, lower = self.spaced(text), text.lower()
        return any(term in spaced for term in self.english) or any(term in lower for term in self.chinese)


class Policy:
    def __init__(self, path):
        self.tiers, self.roots, self.terms = {}, {}, []
        section, entry = None, None
        entries = collections.defaultdict(list)
        for line in open(path, encoding="utf-8"):
            if re.match(r"\s*(#|$)", line):
                continue
            if re.match(r"[a-z]", line):
                section = line.split(":")[0]
            elif line.startswith("  - "):
                entry = line[4:]
                entries[section].append(entry)
            else:
                entries[section][-1] += line
        for entry in entries["classes"]:
            self.tiers[re.search(r"^id: (\S+)", entry, re.M)[1]] = re.search(r"^\s*tier: (\S+)", entry, re.M)[1]
        for entry in entries["roots"]:
            for node in re.findall(r"^\s+- (\S+)", entry, re.M):
                assert node not in self.roots
                self.roots[node] = re.match(r"class: (\S+)", entry)[1]
        for entry in entries["terms"]:
            words, unless = {}, {}
            if found := re.search(r"^ +unless: (?=\{)", entry, re.M):
                unless, end = flow(entry, found.end())
                entry = entry[:found.start()] + entry[end:]
            for found in re.finditer(r"^ +(en|zh): (?=\[)", entry, re.M):
                words[found[1]] = flow(entry, found.end())[0]
            self.terms.append((re.match(r"class: (\S+)", entry)[1], Words(words), Words(unless)))
        assert len(self.roots) > 200 and len(self.terms) > 10 and len(self.tiers) > 30

    def raised(self, root_class, texts):
        """The class of a good whose category gives one class, after the words of its texts; the strictest, then first."""
        best = root_class
        for text in texts:
            for name, words, unless in self.terms:
                if STRICTNESS[self.tiers[name]] > STRICTNESS[self.tiers[best]] and words.hit(text) and not unless.hit(text):
                    best = name
        return best


# --- Goods --------------------------------------------------------------------------------------------------------------


class Good:
    __slots__ = ("id", "title", "brand", "node", "classes", "price")


class World:
    """Everybody and everything, from the raw files."""

    def __init__(self, data, mapping, policy_file, until="9999"):
        self.policy = Policy(policy_file)
        self.parents, self.depths, self.names = {}, {}, {}
        for row in rows(f"{data}/taxonomy/shopify_categories_en_zh.tsv"):
            self.parents[row["id"]] = row["parent_id"] or None
            self.names[row["id"]] = [row[path].split(" > ")[-1] for path in ("en_path", "zh_path")]
        for node in self.parents:
            self.depths[node] = len(list(self.lineage(node)))
        inner = set(self.parents.values())
        self.leaves = [node for node in self.parents if node not in inner]
        self.below = collections.defaultdict(collections.Counter)
        for leaf in self.leaves:
            for above in self.lineage(leaf):
                self.below[above][self.policy.tiers[self.root_class(leaf)]] += 1
        self.labels, self.tells_by = {}, {}
        self.friends = collections.defaultdict(set)
        self.edges = []
        for line in gzip.open(f"{data}/graph/facebook_combined.txt.gz", "rt"):
            a, b = map(int, line.split())
            self.edges.append((a, b))
            self.friends[a].add(b)
            self.friends[b].add(a)
        journey = f"{data}/purchases/complete_journey"
        self.purchases = [row for row in rows(f"{journey}/transactions_sample.tsv.gz")
                          if row["transaction_timestamp"] < until]
        households = sorted({int(row["household_id"]) for row in self.purchases})
        self.owners = {str(household): 6 * i for i, household in enumerate(households)}
        self.goods = self.read_goods(journey, mapping)
        self.count_goods()

    def lineage(self, node):
        while node is not None:
            yield node
            node = self.parents[node]

    def label(self, node, precision):
        """The ancestor at the depth of the precision, or the first above it that names no stricter class; None without one."""
        if (node, precision) not in self.labels:
            depth = DEPARTMENT_DEPTH if precision == "department" else CATEGORY_DEPTH
            path = [above for above in self.lineage(node) if self.depths[above] <= depth]
            if precision == "category":
                path = path[:1] + [above for above in path[1:] if self.depths[above] > DEPARTMENT_DEPTH]
            name = self.root_class(node)
            self.labels[node, precision] = next((above for above in path if not self.tells(above, name)), None)
        return self.labels[node, precision]

    def tells(self, label, name):
        """Whether a label says something of goods of a class that these do not say by themselves."""
        if (label, name) not in self.tells_by:
            strict = STRICTNESS[self.policy.tiers[name]]

            def is_foreign(other):
                tier = self.policy.tiers[other]
                return other != name and tier != "ordinary" and STRICTNESS[tier] >= strict

            own = self.root_class(label)
            counts = self.below[label]
            stricter = sum(n for tier, n in counts.items() if STRICTNESS[tier] > strict)
            words = any(
                all(any(is_foreign(other) and terms.hit(part) and not unless.hit(part)
                        for other, terms, unless in self.policy.terms)
                    for part in re.split("[,&/;、，／；与和及]", text) if part)
                for text in self.names[label])
            self.tells_by[label, name] = (
                own != "unknown" and is_foreign(own) or stricter * 2 > sum(counts.values()) or words)
        return self.tells_by[label, name]

    def root_class(self, node):
        if node not in self.parents:
            return "unknown"
        return next((self.policy.roots[above] for above in self.lineage(node) if above in self.policy.roots), "unknown")

    def read_goods(self, journey, mapping):
        nodes = {(row["department"], row["product_category"], row["product_type"]): row["node"] for row in rows(mapping)}
        prices = collections.defaultdict(list)
        for row in self.purchases:
            if int(row["quantity"]) > 0:
                prices[row["product_id"]].append(cents(row["sales_value"]) // int(row["quantity"]))
        goods, memory = {}, {}
        for row in rows(f"{journey}/products.tsv.gz"):
            good = Good()
            good.id = row["product_id"]
            good.title = row["product_type"] or row["product_category"] or row["department"]
            good.brand = row["brand"]
            good.node = nodes.get((row["department"], row["product_category"], row["product_type"]))
            key = (good.title, good.brand, good.node)
            if key not in memory:
                by_node = self.root_class(good.node)
                memory[key] = [by_node]
                if by_node != "unknown":
                    memory[key].append(self.policy.raised(by_node, [good.title, good.brand]))
            good.classes = memory[key]
            found = prices.get(good.id)
            good.price = statistics.median_low(found) if found else None
            goods[good.id] = good
        return goods

    def tier(self, good):
        return max((self.policy.tiers[c] for c in good.classes), key=STRICTNESS.get)

    # --- How many goods stand behind what is shown

    def count_goods(self):
        self.behind, self.behind_band = collections.Counter(), collections.Counter()
        for good in self.goods.values():
            if good.node is None:
                continue
            for precision in ("department", "category"):
                label = self.label(good.node, precision)
                if label is None:
                    continue
                self.behind[precision, label] += 1
                if good.price is not None:
                    self.behind_band[precision, label, band(good.price)] += 1

    def fitting(self, node, form):
        """The product shown and its label, as coarse as it takes for enough goods to fit; nothing where none does."""
        if form is None or form[0] == "exact":
            return form and (form, None)
        for precision in dict.fromkeys([form[0], "department"]):
            label = self.label(node, precision)
            if label is not None and self.behind[precision, label] >= LEAST_GOODS:
                return (precision, *form[1:]), label
        return None

    def telling_forms(self, forms):
        """The forms, with their labels and classes, that tell a tier B class: by the pre-image, over leaves and over goods."""
        images = collections.defaultdict(lambda: [collections.Counter(), collections.Counter()])
        candidates = [(node, self.root_class(node), 0) for node in self.leaves]
        candidates += [(good.node, good.classes[-1], 1) for good in self.goods.values() if good.node]
        for node, name, kind in candidates:
            shown = self.fitting(node, forms[self.policy.tiers[name]])
            if shown:
                images[shown][kind][name] += 1
        telling = set()
        for shown, counts in images.items():
            ordinary = [sum(n for c, n in count.items() if self.policy.tiers[c] == "ordinary") for count in counts]
            bad = sum(ordinary) < ORDINARY_COUNT
            for count, plain in zip(counts, ordinary):
                total = sum(count.values())
                most = max((n for c, n in count.items() if self.policy.tiers[c] != "ordinary"), default=0)
                bad |= plain * 100 < total * ORDINARY_SHARE or most * 100 > total * CLASS_SHARE
            if bad:
                telling.add(shown)
        return telling

    # --- What is to be seen

    def expected(self, levels):
        """Of each owner, what every friend must see, and how often; and a table of class, disclosure and count."""
        forms = LEVELS[levels]
        telling = self.telling_forms(forms)
        shown_goods = {}
        for good in self.goods.values():
            tier = self.tier(good)
            shown = good.node and self.fitting(good.node, forms[tier])
            if shown and tier == "coarsen" and shown in telling:
                shown = None
            shown_goods[good.id] = shown
        feeds = collections.defaultdict(collections.Counter)
        table = collections.Counter()
        for row in self.purchases:
            good = self.goods.get(row["product_id"])
            shown = good and shown_goods[good.id]
            name = good.classes[-1] if good else "unknown"
            if not shown:
                table[self.policy.tiers[name], name, "nothing"] += 1
                continue
            (precision, size, has_band), label = shown
            price = band(cents(row["sales_value"])) if has_band else None
            if price is not None and precision != "exact" and self.behind_band[precision, label, price] < LEAST_GOODS:
                price = None
            told = "".join([precision, ", ", size, ", band" if price is not None else ""])
            table[self.policy.tiers[name], name, told] += 1
            feeds[self.owners[row["household_id"]]][
                precision, label or good.id, bucket(row["transaction_timestamp"], size), price] += 1
        return feeds, table


def cents(text):
    whole, _, rest = text.partition(".")
    return int(whole) * 100 + int((rest + "00")[:2])


def band(amount):
    return max(edge for edge in BAND_EDGES if edge <= amount)


def bucket(timestamp, size):
    day = datetime.date.fromisoformat(timestamp[:10])
    if size == "month":
        return f"{day:%Y-%m}"
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
