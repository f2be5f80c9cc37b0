#!/usr/bin/python3
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The selection by sliding written once more, in numpy: what the C program has to agree with, and to be faster than.

    floor.py BUILD    BUILD: a build directory with stillnight-cli and bench-speed

Checks that both count the same slides on diaries with known answers, then prints CPU times beside each other. Here it is the
selection alone; the C program also estimates, looks for rivals and says how many nights are needed. Leaves with 1 when a
count differs.
"""
import csv
import datetime
import json
import math
import os
import subprocess
import sys
import tempfile
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core, as the C program; before numpy is loaded

import numpy as np  # noqa: E402

GOLDEN = os.path.join(os.path.dirname(__file__), "..", "fixtures", "golden")
CHECKED = ["strong-365-12", "moderate3-365-25", "null-180-12", "suspect-180-12"]
TIMED = [("null", 365, 12), ("moderate3", 365, 12), ("null", 3650, 30), ("moderate3", 3650, 30)]
RUNS = 3
TIE = 1 + 1e-9


def read_diary(csv_path, meta_path):
    with open(csv_path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(meta_path, encoding="utf-8") as file:
        factors = json.load(file)["factors"]
    dates = [datetime.date.fromisoformat(row["date"]) for row in rows]
    y = np.array([float(int(row["cramps"]) > 0) for row in rows])
    raw = {f["name"]: np.array([float(row[f["name"]] or "nan") for row in rows]) for f in factors}
    return dates, y, factors, raw


def code(values, y, binary):
    """Centred column, 0 where nothing is recorded; None where it cannot be tested."""
    recorded = ~np.isnan(values)
    seen, outcomes = values[recorded], y[recorded]
    if len(seen) < 20 or outcomes.sum() < 5 or (1 - outcomes).sum() < 5:
        return None
    kinds, sizes = np.unique(seen, return_counts=True)
    if len(kinds) < 2 or (len(kinds) == 2 and sizes.min() < 5):
        return None
    if not binary:
        seen = np.clip(seen, *np.quantile(seen, [0.025, 0.975]))
        if seen.min() == seen.max():
            return None
    column = np.zeros(len(values))
    column[recorded] = (seen - seen.mean()) / (1 if binary else 2 * seen.std())
    return column


def nuisance(dates, days, y):
    """Columns and the precisions of their normal penalties."""
    n_days = days[-1] + 1
    columns = [np.ones(len(y)), np.array([d.isoweekday() >= 6 for d in dates]) - 2 / 7]
    precisions = [1e-4, 1]
    for k in range(1, min(max(n_days // 30, 1), 36) + 1):
        columns.append(np.cos(math.pi * k * (days + 0.5) / n_days))
        precisions.append((k / 1.5) ** 2)
    yesterday, recent, hits, nights = np.zeros(len(y)), np.zeros(len(y)), 0.0, 0.0
    for i in range(len(y)):
        gap = days[i] - days[i - 1] if i > 0 else 0
        if i > 0:
            hits, nights = (hits + y[i - 1]) * 0.85**gap, (nights + 1) * 0.85**gap
        yesterday[i] = y[i - 1] - y.mean() if gap == 1 else 0
        recent[i] = 4 * ((2 * y.mean() + hits) / (2 + nights) - y.mean())
    columns += [yesterday, recent]
    precisions += [0.25, 0.25]
    if n_days >= 1096:
        angle = np.array([2 * math.pi * (d.timetuple().tm_yday - 1) / 365.25 for d in dates])
        columns += [np.sin(angle), np.cos(angle)]
        precisions += [0.25, 0.25]
    return np.column_stack(columns), np.array(precisions)


def fit(X, y, precisions, n_chosen):
    """Newton with step halving; log-F(3,3) on the last n_chosen columns. Residuals, weights and L of H = L L'."""
    plain, b = len(precisions), np.zeros(X.shape[1])

    def height(b):
        eta, c = X @ b, b[plain:]
        penalty = 3 * (c / 2 - np.logaddexp(0, c)).sum() - 0.5 * (precisions * b[:plain] ** 2).sum()
        return (y * eta - np.logaddexp(0, eta)).sum() + penalty

    while True:
        mu, share = 1 / (1 + np.exp(-X @ b)), 1 / (1 + np.exp(-b[plain:]))
        w = mu * (1 - mu)
        slope = X.T @ (y - mu) + np.concatenate([-precisions * b[:plain], 3 * (0.5 - share)])
        H = (X * w[:, None]).T @ X + np.diag(np.concatenate([precisions, 3 * share * (1 - share)]))
        step = np.linalg.solve(H, slope)
        if np.abs(step).max() < 1e-9:
            return y - mu, w, np.linalg.cholesky(H)
        before = height(b)
        while height(b + step) < before - 1e-12 * abs(before):
            step = step / 2
        b = b + step


def upper(z):
    return np.array([0.5 * math.erfc(x / math.sqrt(2)) for x in z])


def smallest_p(z, expected, weight):
    """Per row the smallest weighted p of the columns: of equals in direction and weight that of the outermost Z."""
    p = np.full(len(z), np.inf)
    for group in set(zip(expected, weight)):
        columns = z[:, [pair == group for pair in zip(expected, weight)]]
        high, low = columns.max(axis=1), -columns.min(axis=1)
        up, down = {"up": (0.85, 0.15), "down": (0.15, 0.85), "none": (0.5, 0.5)}[group[0]]
        both = np.minimum(np.minimum(upper(high) / up, upper(low) / down), 1)
        p = np.minimum(p, both / group[1])
    return p


class Slides:
    def __init__(self, days):
        self.days, self.n_days = days, days[-1] + 1
        logged = self.spectrum(np.ones((len(days), 1)))
        meeting = np.round(self.sums(logged, logged)[:, 0])
        place = np.arange(2 * self.n_days)
        near = (place < 8) | ((place > self.n_days - 8) & (place < self.n_days))
        self.counted = ~near & (2 * meeting * self.n_days >= len(days) ** 2)

    def spectrum(self, columns):
        grid = np.zeros((self.n_days, columns.shape[1]))
        grid[self.days] = columns
        return np.fft.rfft(grid, axis=0)

    def sums(self, resting, sliding):
        """sum_t a[t] z[t - s], then sum_t a[t] z[s - t], around the circle."""
        return np.concatenate([np.fft.irfft(resting * spectrum, self.n_days, axis=0)
                               for spectrum in (sliding.conj(), sliding)])

    def z(self, X, residuals, weights, root, Z):
        resting = self.spectrum(np.linalg.solve(root, X.T).T * weights[:, None])
        ends = self.spectrum(np.column_stack([residuals, weights]))
        sliding = self.spectrum(Z)
        left = self.sums(ends[:, 1:], self.spectrum(Z**2))
        for k in range(X.shape[1]):
            left -= self.sums(resting[:, k:k + 1], sliding) ** 2
        return self.sums(ends[:, :1], sliding) / np.sqrt(np.maximum(left, 1e-300))


def select(dates, y, factors, raw):
    """name -> (count, slides) of every factor that can be tested."""
    days = np.array([(d - dates[0]).days for d in dates])
    coded = {f["name"]: code(raw[f["name"]], y, f["type"] == "binary") for f in factors}
    tested = [f for f in factors if coded[f["name"]] is not None]
    Z = np.column_stack([coded[f["name"]] for f in tested])
    expected = [f.get("expected", "none") for f in tested]
    weight = np.array([5 if f.get("suspect") else 1 if e == "none" else 2 for f, e in zip(tested, expected)])
    weight = weight / weight.mean()
    X, precisions = nuisance(dates, days, y)
    slides, chosen, counts, largest = Slides(days), [], {}, 0
    while True:
        residuals, w, root = fit(X, y, precisions, len(chosen))
        free = [j for j in range(len(tested)) if j not in chosen]
        if not free:
            break
        shared = np.linalg.solve(root, X.T @ (w[:, None] * Z[:, free]))
        z = residuals @ Z[:, free] / np.sqrt(w @ Z[:, free] ** 2 - (shared**2).sum(axis=0))
        p = [smallest_p(z[None, i:i + 1], [expected[j]], [weight[j]])[0] for i, j in enumerate(free)]
        moved = slides.z(X, residuals, w, root, Z[:, free])[slides.counted]
        least = smallest_p(moved, [expected[j] for j in free], [weight[j] for j in free])
        count = [1 + int((least <= x * TIE).sum()) for x in p]
        best = int(np.argmin(p))
        if len(chosen) == 8 or count[best] / (1 + len(least)) > min(0.25, (len(chosen) + 1) * 0.08):
            counts.update({tested[j]["name"]: c for j, c in zip(free, count)})
            break
        largest = max(largest, count[best])
        counts[tested[free[best]]["name"]] = largest
        chosen.append(free[best])
        X = np.column_stack([X, Z[:, free[best]]])
    return {name: (count, 1 + int(slides.counted.sum())) for name, count in counts.items()}


def counts_of_program(build, csv_path, meta_path):
    cli = os.path.join(build, "src", "cli", "stillnight-cli")
    run = subprocess.run([cli, "analyze", "--json", csv_path, "--meta", meta_path], stdout=subprocess.PIPE, check=True)
    return {f["name"]: (f["chance_count"], f["chance_slides"])
            for f in json.loads(run.stdout)["factors"] if f["chance"] is not None}


def check(build, name, csv_path, meta_path):
    here, there = select(*read_diary(csv_path, meta_path)), counts_of_program(build, csv_path, meta_path)
    if here == there:
        return len(here)
    different = [key for key in here.keys() | there.keys() if here.get(key) != there.get(key)]
    for key in sorted(different):
        print(f"{name}: {key}: numpy {here.get(key)}, program {there.get(key)}")
    sys.exit(1)


def cpu_ms(diary):
    best = math.inf
    for _ in range(RUNS):
        start = time.process_time()
        select(*diary)
        best = min(best, time.process_time() - start)
    return 1000 * best


def main():
    build = sys.argv[1]
    for name in CHECKED:
        paths = [os.path.join(GOLDEN, name + end) for end in (".csv", ".meta.json")]
        print(f"{name}: the same counts for {check(build, name, *paths)} factors")
    print("\n| diary | C, ms | numpy, ms | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for scenario, nights, factors in TIMED:
            paths = [os.path.join(folder, name) for name in ("diary.csv", "meta.json")]
            speed = [os.path.join(build, "tests", "bench", "bench-speed"), scenario, str(nights), str(factors)]
            row = subprocess.run(speed + paths, stdout=subprocess.PIPE, check=True, text=True).stdout
            ms, name = float(row.split("|")[2]), f"{scenario} {nights} x {factors}"
            check(build, name, *paths)
            numpy_ms = cpu_ms(read_diary(*paths))
            print(f"| {name} | {ms:.1f} | {numpy_ms:.1f} | {numpy_ms / ms:.1f} |", flush=True)


if __name__ == "__main__":
    main()
