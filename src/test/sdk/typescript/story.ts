// The story of an integration, a rep and a leader, told by the generated client.
import { readFileSync } from "node:fs";
import {
  ConcernsApi,
  ConcernState,
  Configuration,
  DealBatchItem,
  DealFromJSON,
  DealsApi,
  DealState,
  Evidence,
  LossCreate,
  LossesApi,
  Outcome,
  PricingApi,
  Problem,
  ProblemFromJSON,
  ResponseError,
  Topic,
  TrendDimension,
  TrendsApi,
} from "./client";

const SOURCE = "sdk-typescript";
const DAY = 24 * 60 * 60 * 1000;
const today = new Date();
const closedOn = new Date(today.getTime() - 10 * DAY);
const since = new Date(closedOn.getTime() - 40 * DAY);

let steps = 0;

function step(told: string, holds: boolean): void {
  if (!holds) {
    throw new Error(`typescript: ${told}: FAILED`);
  }
  steps++;
}

function loss(externalId: string, code = "price_level"): LossCreate {
  return {
    source: SOURCE,
    externalId,
    closedOn,
    product: "Platform",
    region: "EMEA",
    outcome: Outcome.LostToCompetitor,
    reasons: [{ code, evidence: Evidence.BuyerStated }],
    prices: {
      quoted: { amount: "48000.00", currency: "EUR" },
      competitor: { amount: "41000.00", currency: "EUR" },
    },
  };
}

function row(externalId: string, code: string): DealBatchItem {
  return { source: SOURCE, externalId, state: DealState.Lost, closedOn, reasons: [{ code }] };
}

async function refusal(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) {
      step("an unknown reason is refused", error.response.status === 422);
      return ProblemFromJSON(await error.response.json());
    }
    throw error;
  }
  throw new Error("typescript: an unknown reason is taken: FAILED");
}

async function write(integration: Configuration): Promise<void> {
  const losses = new LossesApi(integration);
  const once = { lossCreate: loss("1"), idempotencyKey: "typescript-1" };
  const first = await losses.logLossRaw(once);
  const told = await first.value();
  step("a loss is logged", first.raw.status === 201 && told.state === DealState.Lost);
  const again = await losses.logLossRaw(once);
  step("the same key gets the same answer", JSON.stringify(await again.value()) === JSON.stringify(told));
  step("and is told so", again.raw.headers.get("Idempotency-Replayed") === "true");

  const deals = new DealsApi(integration);
  const batch = await deals.writeDeals({
    dealBatchItem: [row("2", "budget"), row("3", "no_such_reason"), row("4", "timing_priority")],
  });
  step("a bad row leaves the others be", batch.results.map((each) => each.status).join() === "201,422,201");
  step("and says why", batch.results[1].problem?.code === "invalid");

  const cleared = await deals.updateDeal({ source: SOURCE, externalId: "1", dealWrite: { product: null } });
  step("null clears, absent leaves", cleared.product === undefined && cleared.reasons.length === 1);

  const problem = await refusal(losses.logLoss({ lossCreate: loss("5", "no_such_reason") }));
  step("a refusal has a title", problem.title.length > 0);
  step("and says where", problem.errors?.map((place) => place.pointer).join() === "/reasons/0/code");
}

async function read(leader: Configuration): Promise<void> {
  const losses = new LossesApi(leader);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await losses.listLosses({ source: [SOURCE], limit: 1, cursor });
    ids.push(...page.items.map((deal) => deal.id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  step("pages are walked to their end", ids.length === 3 && new Set(ids).size === 3);

  const span = { source: [SOURCE], since, until: today };
  const trend = await new TrendsApi(leader).getTrend({ dimension: TrendDimension.Reasons, ...span });
  step("a trend counts them", trend.buckets.reduce((sum, bucket) => sum + bucket.lost, 0) === 3);
  const gaps = await new PricingApi(leader).getPriceGaps(span);
  step("a gap is measured", gaps.buckets.reduce((sum, bucket) => sum + bucket.gap.measured.count, 0) === 1);
}

async function speak(rep: Configuration): Promise<void> {
  const words = "Since the new list we lose every small deal, as told by typescript";
  const receipt = await new ConcernsApi(rep).raiseConcern({ concernInput: { topic: Topic.PriceTooHigh, words } });
  step("a concern is kept below the surface", receipt.state === ConcernState.Open && receipt.k >= 3);
}

function tomorrow(answer: string): void {
  const deal = DealFromJSON(JSON.parse(answer));
  step("an answer of tomorrow is read", deal.externalId === "t-1");
  const known: string[] = Object.values(DealState);
  step("what is not known is kept as it is", String(deal.state) === "on_ice" && !known.includes(String(deal.state)));
}

async function main(basePath: string, keysFile: string, answerFile: string): Promise<void> {
  const keys = JSON.parse(readFileSync(keysFile, "utf8"));
  const as = (role: string) => new Configuration({ basePath, accessToken: keys[role] });
  await write(as("integration"));
  await read(as("leader"));
  await speak(as("rep"));
  tomorrow(readFileSync(answerFile, "utf8"));
  console.log(`typescript: ${steps} steps passed`);
}

const [url, keysFile, answerFile] = process.argv.slice(2);
main(url, keysFile, answerFile).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
