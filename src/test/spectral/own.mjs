import { oas3_1 } from "@stoplight/spectral-formats";
import { pattern } from "@stoplight/spectral-functions";
import { bounded, exampled, problem, refWithoutNull } from "./functions.mjs";

const SNAKE_CASE = { match: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$" };
const OPERATIONS = "$.paths[*][?(@.responses)]";
const SUCCESS = "responses[?(@property.match(/^2/))]";

const must = (message, rule) => ({ message, severity: "error", formats: [oas3_1], ...rule });
const present = (field) => ({ field, function: (value) => (value ? [] : [{ message: "" }]) });

/** What Groundswell's contract promises to those who generate clients from it. */
export default {
  rules: {
    "snake-case-properties": must("Properties are called in snake_case", {
      given: "$.components.schemas..properties[*]~",
      then: { function: pattern, functionOptions: SNAKE_CASE },
    }),
    "snake-case-parameters": must("Parameters in paths and queries are called in snake_case", {
      given: "$.paths[*][*].parameters[?(@.in == 'path' || @.in == 'query')].name",
      then: { function: pattern, functionOptions: SNAKE_CASE },
    }),
    "no-reserved-parameter": must("A parameter of this name breaks clients in some languages", {
      given: "$.paths[*][*].parameters[*].name",
      then: { function: pattern, functionOptions: { notMatch: "^(from|class|self)$" } },
    }),
    "no-nullable-ref": must("A reference or an enum is never null: leave it out", {
      given: "$.components.schemas..[?(@ && (@.$ref || @.enum || @.anyOf || @.oneOf || @.allOf))]",
      resolved: false,
      then: { function: refWithoutNull },
    }),
    "problem-on-errors": must("Every 4xx and 5xx answers application/problem+json with the schema Problem, and nothing else", {
      given: "$.paths[*][*].responses[?(@property.match(/^[45]/))]",
      resolved: false,
      then: { function: problem },
    }),
    bounded: must("{{error}}", {
      given: [
        "$.components.schemas[*]",
        "$.paths[*][*].parameters[*].schema",
        "$.paths[*][*].requestBody.content[*].schema",
        "$.paths[*][*].responses[*].content[*].schema",
        "$.paths[*][*].responses[*].headers[*].schema",
        "$.components.responses[*].headers[*].schema",
      ],
      resolved: false,
      then: { function: bounded },
    }),
    "operation-named": must("An operation has an operationId, a summary and a description", {
      given: OPERATIONS,
      then: [present("operationId"), present("summary"), present("description")],
    }),
    keyed: must("An operation wants a key, but for the one whose code is the proof", {
      given: "$.paths[*][?(@.responses && @.operationId != 'acceptInvite')]",
      then: { field: "security", function: (security) => (security?.length > 0 ? [] : [{ message: "" }]) },
    }),
    "operation-in-one-chapter": must("An operation has one tag, and the document describes it", {
      given: OPERATIONS,
      then: {
        field: "tags",
        function: (tags, _, { document }) =>
          tags?.length === 1 && document.data.tags?.some((tag) => tag.name === tags[0] && tag.description)
            ? []
            : [{ message: "" }],
      },
    }),
    "parameter-described": must("A parameter has a description and an example", {
      given: "$.paths[*][*].parameters[*]",
      then: [present("description"), { field: "example", function: (value) => (value === undefined ? [{ message: "" }] : []) }],
    }),
    "body-exampled": must("Every body that is sent or answered has examples", {
      given: [`${OPERATIONS}.requestBody.content[*]`, `${OPERATIONS}.${SUCCESS}.content[*]`],
      then: { function: exampled },
    }),
  },
};
