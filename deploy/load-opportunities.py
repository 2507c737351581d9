#!/usr/bin/env python3
"""Loads a CRM's export of opportunities into Groundswell.

    load-opportunities.py --file crm_sales_opportunities.csv --url http://localhost:8080 --key KEY

The file is a CSV with the columns opportunity_id, sales_agent, product, deal_stage (Won, Lost; anything else is open),
close_date (dd-mm-yy) and close_value. Where they lie beside it, crm_sales_teams.csv gives each agent's region
(sales_agent, regional_office) and crm_products.csv each product's list price (product, sales_price).

KEY is an integration's key (POST /v1/keys); instead of --key it can stand in the environment as GROUNDSWELL_KEY.

A second run changes nothing: a deal is known by its id, and told with the date on which it was closed. Sellers' names
are sent as hashes. The value of a lost deal is left out, for an export that writes 0 there does not know it. No reasons
are sent, unless --reasons made-up asks for invented ones to try the service with; their note says so.
"""

import argparse
import csv
import datetime
import hashlib
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

BATCH = 500
STATES = {"Won": "won", "Lost": "lost"}
MADE_UP_NOTE = "made up: the export holds no reasons"
MADE_UP_REASONS = [  # (share in percent, code)
    (24, "price_level"),
    (16, "product_gap"),
    (12, "timing_priority"),
    (11, "budget"),
    (9, "incumbent_relationship"),
    (8, "sponsor_lost"),
    (7, "value_not_seen"),
    (5, "commercial_terms"),
    (4, "trust_references"),
    (4, "unknown"),
]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def beside(path, name):
    other = path.with_name(name)
    return rows(other) if other.exists() else []


def product_key(name):
    """An export may write GTXPro where the price list writes GTX Pro."""
    return name.replace(" ", "").lower()


def day(text):
    return datetime.datetime.strptime(text, "%d-%m-%y").date() if text else None


def at_noon(date):
    return f"{date}T12:00:00Z"


def made_up_reason(opportunity_id):
    """The same reason for the same deal at every run."""
    ball = int(hashlib.sha256(opportunity_id.encode()).hexdigest(), 16) % 100
    for share, code in MADE_UP_REASONS:
        if ball < share:
            return code
        ball -= share
    raise AssertionError("the shares must add up to 100")


class Deals:
    """Turns rows of the export into deals of the API."""

    def __init__(self, path, source, currency, made_up):
        self.source, self.currency, self.made_up = source, currency, made_up
        self.regions = {r["sales_agent"]: r["regional_office"] for r in beside(path, "crm_sales_teams.csv")}
        self.products = {product_key(r["product"]): r for r in beside(path, "crm_products.csv")}
        self.rows = list(rows(path))
        # What is still open was open on the export's last day.
        self.exported = max((d for r in self.rows for d in (day(r["close_date"]),) if d), default=None)

    def __iter__(self):
        return map(self.deal, self.rows)

    def deal(self, row):
        state = STATES.get(row["deal_stage"], "open")
        closed = day(row["close_date"])
        told = closed or self.exported
        product = self.products.get(product_key(row["product"]), {"product": row["product"]})
        deal = {
            "source": self.source,
            "external_id": row["opportunity_id"],
            "state": state,
            "owner": hashlib.sha256(row["sales_agent"].encode()).hexdigest()[:16],
            "product": product["product"],
            "region": self.regions.get(row["sales_agent"]),
            "closed_on": closed and str(closed),
            "source_time": told and at_noon(told),
        }
        if state == "won" and row["close_value"]:
            deal["value"] = self.money(row["close_value"])
        if "sales_price" in product:
            deal["prices"] = {"list": self.money(product["sales_price"])}
        if state == "lost" and self.made_up:
            deal["reasons"] = [{"code": made_up_reason(row["opportunity_id"]), "note": MADE_UP_NOTE}]
        return {name: value for name, value in deal.items() if value}

    def money(self, amount):
        return {"amount": amount, "currency": self.currency}


def send(url, key, deals):
    request = urllib.request.Request(
        url.rstrip("/") + "/v1/deals/batch",
        data="\n".join(map(json.dumps, deals)).encode(),
        headers={"Authorization": f"Bearer {key}", "Content-Type": "application/x-ndjson"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["results"]


def load(deals, url, key):
    counts = {"new": 0, "known": 0, "refused": 0}
    deals = list(deals)
    for start in range(0, len(deals), BATCH):
        batch = deals[start : start + BATCH]
        for result in send(url, key, batch):
            if result["status"] >= 300:
                counts["refused"] += 1
                if counts["refused"] <= 5:
                    print(batch[result["index"]]["external_id"], result["problem"], file=sys.stderr)
            else:
                counts["new" if result["status"] == 201 else "known"] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", required=True, type=pathlib.Path, help="the export of opportunities, a CSV")
    parser.add_argument("--url", default="http://localhost:8080", help="where Groundswell runs (%(default)s)")
    parser.add_argument("--key", default=os.environ.get("GROUNDSWELL_KEY"), help="an integration's key")
    parser.add_argument("--source", default="crm-export", help="the key of the deals' source (%(default)s)")
    parser.add_argument("--currency", default="USD", help="of all amounts in the export (%(default)s)")
    parser.add_argument("--reasons", choices=["made-up"], help="invent a reason for every lost deal, labelled so")
    options = parser.parse_args()
    if not options.key:
        parser.error("--key or GROUNDSWELL_KEY is needed")
    try:
        deals = Deals(options.file, options.source, options.currency, options.reasons == "made-up")
        counts = load(deals, options.url, options.key)
    except urllib.error.HTTPError as refusal:
        sys.exit(f"Refused with {refusal.code}: {refusal.read().decode(errors='replace')}")
    except (OSError, ValueError, KeyError) as failure:
        sys.exit(f"Not loaded to the end: {failure!r}. A second run may start over, it changes nothing twice.")
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))
    sys.exit(1 if counts["refused"] else 0)


if __name__ == "__main__":
    main()
