import assert from "node:assert/strict";
import { test } from "node:test";
import core from "@stoplight/spectral-core";
import own from "./own.mjs";

const spectral = new core.Spectral();
spectral.setRuleset(own);

/** A contract without a fault, for one to be planted in. */
const sound = () => ({
  openapi: "3.1.0",
  tags: [{ name: "Deals", description: "What is bought or not" }],
  paths: {
    "/deals/{source_key}": {
      post: {
        operationId: "createDeal",
        summary: "Create a deal",
        description: "Once.",
        tags: ["Deals"],
        security: [{ bearer: [] }],
        parameters: [
          { name: "source_key", in: "path", description: "Where", example: "crm", schema: { type: "string", maxLength: 9 } },
          { name: "If-Match", in: "header", description: "What was read", example: "1", schema: { type: "string", maxLength: 9 } },
        ],
        requestBody: json("Deal", { external_id: "1" }),
        responses: {
          201: { headers: { Location: { schema: { type: "string", maxLength: 9 } } }, ...json("Deal", { external_id: "1" }) },
          400: { $ref: "#/components/responses/Unreadable" },
          500: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
        },
      },
    },
  },
  components: {
    responses: { Unreadable: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } } },
    schemas: {
      Problem: { type: "object", properties: { status: { type: "integer", minimum: 400, maximum: 599 } } },
      Deal: {
        type: "object",
        properties: {
          external_id: { type: ["string", "null"], maxLength: 9 },
          names: { type: "array", maxItems: 9, items: { type: "string", maxLength: 9 } },
          notes: { type: "object", maxProperties: 9, additionalProperties: { type: "string", maxLength: 9 } },
          share: { type: "number", format: "double" },
          closed_on: { type: "string", format: "date" },
          problem: { $ref: "#/components/schemas/Problem" },
        },
      },
    },
  },
});

const json = (schema, example) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, examples: { one: { value: example } } } },
});

const operation = (contract) => contract.paths["/deals/{source_key}"].post;
const deal = (contract) => contract.components.schemas.Deal.properties;

const FAULTS = {
  "snake-case-properties": [(it) => (deal(it).closedOn = { type: "boolean" })],
  "snake-case-parameters": [
    (it) => (operation(it).parameters[0].name = "sourceKey"),
    (it) => Object.assign(operation(it).parameters[1], { name: "If-Match", in: "query" }),
  ],
  "no-reserved-parameter": [(it) => (operation(it).parameters[0].name = "from")],
  "no-nullable-ref": [
    (it) => (deal(it).problem = { anyOf: [{ $ref: "#/components/schemas/Problem" }, { type: "null" }] }),
    (it) => (deal(it).problem = { $ref: "#/components/schemas/Problem", type: ["object", "null"] }),
    (it) => (deal(it).state = { type: ["string", "null"], enum: ["lost", "won"] }),
    (it) => (deal(it).state = { enum: ["lost", null] }),
  ],
  "problem-on-errors": [
    (it) => (operation(it).responses[500] = json("Problem", {})),
    (it) => (operation(it).responses[400] = { description: "Nothing" }),
    (it) => (it.components.responses.Unreadable.content["application/problem+json"].schema = { type: "boolean" }),
    (it) => Object.assign(operation(it).responses[500].content, json("Problem", {}).content),
  ],
  bounded: [
    (it) => delete deal(it).external_id.maxLength,
    (it) => delete deal(it).names.maxItems,
    (it) => delete deal(it).names.items.maxLength,
    (it) => delete deal(it).notes.maxProperties,
    (it) => delete deal(it).notes.additionalProperties.maxLength,
    (it) => delete deal(it).share.format,
    (it) => delete it.components.schemas.Problem.properties.status.maximum,
    (it) => delete operation(it).parameters[0].schema.maxLength,
    (it) => delete operation(it).responses[201].headers.Location.schema.maxLength,
    (it) => (it.components.responses.Unreadable.headers = { "Retry-After": { schema: { type: "string" } } }),
    (it) => (operation(it).responses[201].content["text/csv"] = { schema: { type: "string" }, example: "id" }),
    (it) => (operation(it).requestBody.content["text/csv"] = { schema: { type: "string" }, example: "id" }),
  ],
  "operation-named": [
    (it) => delete operation(it).operationId,
    (it) => delete operation(it).summary,
    (it) => (operation(it).description = ""),
  ],
  keyed: [(it) => delete operation(it).security, (it) => (operation(it).security = [])],
  "operation-in-one-chapter": [
    (it) => delete operation(it).tags,
    (it) => operation(it).tags.push("Deals"),
    (it) => (operation(it).tags = ["Others"]),
    (it) => delete it.tags[0].description,
  ],
  "parameter-described": [
    (it) => delete operation(it).parameters[1].description,
    (it) => delete operation(it).parameters[0].example,
  ],
  "body-exampled": [
    (it) => delete operation(it).requestBody.content["application/json"].examples,
    (it) => (operation(it).responses[201].content["application/json"].examples = {}),
  ],
};

const found = async (contract) => (await spectral.run(contract)).map((fault) => fault.code);

test("a contract without a fault passes", async () => assert.deepEqual(await found(sound()), []));

test("every rule of ours has a fault to notice", () =>
  assert.deepEqual(Object.keys(FAULTS).sort(), Object.keys(own.rules).sort()));

for (const [rule, faults] of Object.entries(FAULTS)) {
  for (const plant of faults) {
    test(`${rule} notices ${plant}`, async () => {
      const contract = sound();
      plant(contract);
      assert.deepEqual([...new Set(await found(contract))], [rule]);
    });
  }
}
