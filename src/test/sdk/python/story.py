"""The story of an integration, a rep and a leader, told by the generated client."""
import importlib
import json
import pkgutil
import sys
from datetime import date, timedelta
from pathlib import Path

import groundswell_client
from groundswell_client import (
    ApiClient,
    ConcernInput,
    ConcernsApi,
    ConcernState,
    Configuration,
    Deal,
    DealBatchItem,
    DealsApi,
    DealState,
    DealWrite,
    Evidence,
    LossCreate,
    LossesApi,
    Money,
    Outcome,
    Prices,
    PricingApi,
    Problem,
    ReasonInput,
    Topic,
    TrendDimension,
    TrendsApi,
)
from groundswell_client.exceptions import UnprocessableEntityException

SOURCE = "sdk-python"
CLOSED_ON = date.today() - timedelta(days=10)
SINCE = CLOSED_ON - timedelta(days=40)

steps = 0


def step(told: str, holds: bool) -> None:
    global steps
    if not holds:
        sys.exit(f"python: {told}: FAILED")
    steps += 1


def client(url: str, key: str) -> ApiClient:
    return ApiClient(Configuration(host=url, access_token=key))


def loss(external_id: str, code: str = "price_level") -> LossCreate:
    return LossCreate(
        source=SOURCE,
        external_id=external_id,
        closed_on=CLOSED_ON,
        product="Platform",
        region="EMEA",
        outcome=Outcome.LOST_TO_COMPETITOR,
        reasons=[ReasonInput(code=code, evidence=Evidence.BUYER_STATED)],
        prices=Prices(
            quoted=Money(amount="48000.00", currency="EUR"), competitor=Money(amount="41000.00", currency="EUR")
        ),
    )


def row(external_id: str, code: str) -> DealBatchItem:
    return DealBatchItem(
        source=SOURCE,
        external_id=external_id,
        state=DealState.LOST,
        closed_on=CLOSED_ON,
        reasons=[ReasonInput(code=code)],
    )


def write(integration: ApiClient) -> None:
    losses = LossesApi(integration)
    first = losses.log_loss_with_http_info(loss("1"), idempotency_key="python-1")
    step("a loss is logged", first.status_code == 201 and first.data.state == DealState.LOST)
    again = losses.log_loss_with_http_info(loss("1"), idempotency_key="python-1")
    step("the same key gets the same answer", again.data == first.data and again.status_code == first.status_code)
    step("and is told so", (again.headers or {}).get("Idempotency-Replayed") == "true")

    deals = DealsApi(integration)
    batch = deals.write_deals([row("2", "budget"), row("3", "no_such_reason"), row("4", "timing_priority")]).results
    step("a bad row leaves the others be", [each.status for each in batch] == [201, 422, 201])
    step("and says why", batch[1].problem is not None and batch[1].problem.code == "invalid")

    cleared = deals.update_deal(source=SOURCE, external_id="1", deal_write=DealWrite(product=None))
    step("null clears, absent leaves", cleared.product is None and len(cleared.reasons) == 1)

    try:
        losses.log_loss(loss("5", "no_such_reason"))
        sys.exit("python: an unknown reason is taken: FAILED")
    except UnprocessableEntityException as refused:
        problem = refused.data
        step("an unknown reason is refused", isinstance(problem, Problem))
        assert isinstance(problem, Problem)
        step("a refusal has a title", len(problem.title) > 0)
        step("and says where", [place.pointer for place in problem.errors or []] == ["/reasons/0/code"])


def read(leader: ApiClient) -> None:
    losses = LossesApi(leader)
    ids: list[str] = []
    page = losses.list_losses(source=[SOURCE], limit=1)
    while True:
        ids += [deal.id for deal in page.items]
        if page.next_cursor is None:
            break
        page = losses.list_losses(source=[SOURCE], limit=1, cursor=page.next_cursor)
    step("pages are walked to their end", len(ids) == 3 and len(set(ids)) == 3)

    trend = TrendsApi(leader).get_trend(TrendDimension.REASONS, source=[SOURCE], since=SINCE, until=date.today())
    step("a trend counts them", sum(bucket.lost for bucket in trend.buckets) == 3)
    gaps = PricingApi(leader).get_price_gaps(source=[SOURCE], since=SINCE, until=date.today())
    step("a gap is measured", sum(bucket.gap.measured.count for bucket in gaps.buckets) == 1)


def speak(rep: ApiClient) -> None:
    words = "Since the new list we lose every small deal, as told by python"
    receipt = ConcernsApi(rep).raise_concern(ConcernInput(topic=Topic.PRICE_TOO_HIGH, words=words))
    step("a concern is kept below the surface", receipt.state == ConcernState.OPEN and receipt.k >= 3)


def tomorrow(answer: str) -> None:
    deal = Deal.from_json(answer)
    step("an answer of tomorrow is read", deal is not None and deal.external_id == "t-1")
    assert deal is not None
    step("what is not known is told as such", deal.state == DealState.UNKNOWN_DEFAULT_OPEN_API)


def main(url: str, keys_file: str, answer_file: str) -> None:
    for module in pkgutil.walk_packages(groundswell_client.__path__, "groundswell_client."):
        importlib.import_module(module.name)
    keys = json.loads(Path(keys_file).read_text())
    write(client(url, keys["integration"]))
    read(client(url, keys["leader"]))
    speak(client(url, keys["rep"]))
    tomorrow(Path(answer_file).read_text())
    print(f"python: {steps} steps passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
