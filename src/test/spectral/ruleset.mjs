import { oas } from "@stoplight/spectral-rulesets";
import owasp from "@stoplight/spectral-owasp-ruleset";
import own from "./own.mjs";

const OWASP = (owasp.default ?? owasp).rules;

/** The same rule, looking at these places alone. */
const at = (name, given) => ({ ...OWASP[name], given });

const RESPONSES = "$.paths[*][*].responses";
// Its code is the proof, so that there is no other credential that could be missing or wrong.
const RESPONSES_WITH_A_KEY = "$.paths[*][?(@.operationId && @.operationId != 'acceptInvite')].responses";
// Takes whatever a CRM might send, as a hook does: nothing of it is unreadable.
const RESPONSES_THAT_READ = "$.paths[*][?(@.operationId && @.operationId != 'previewDelivery')].responses";

export default {
  extends: [[oas, "all"], [owasp.default ?? owasp, "recommended"], own],
  rules: {
    // The rule's own places take properties called `responses` for responses.
    "owasp:api8:2023-define-error-responses-401": at("owasp:api8:2023-define-error-responses-401", RESPONSES_WITH_A_KEY),
    "owasp:api8:2023-define-error-responses-500": at("owasp:api8:2023-define-error-responses-500", RESPONSES),
    "owasp:api8:2023-define-error-validation": at("owasp:api8:2023-define-error-validation", RESPONSES_THAT_READ),
    // Plain http never leaves the machine there.
    "owasp:api8:2023-no-server-http": at(
      "owasp:api8:2023-no-server-http",
      "$.servers[?(!@.url.startsWith('http://localhost:'))].url",
    ),
    // One operation needs no key: our rule `keyed` stands in its place.
    "owasp:api2:2023-write-restricted": "off",
    // Chapters come in the order in which they are read.
    "openapi-tags-alphabetical": "off",
    // Who runs it answers for it; its makers have no page or mailbox that would be true for all.
    "contact-properties": "off",
    // The service does not count requests: what stands before it does, and answers for itself.
    "owasp:api4:2023-rate-limit": "off",
    "owasp:api4:2023-rate-limit-responses-429": "off",
    // Pages of other origins have no business here: there are no such headers, on purpose.
    "owasp:api8:2023-define-cors-origin": "off",
    // Words of people and ids of other systems have no form; what has one says it (own rule `bounded` holds their length).
    "owasp:api4:2023-string-restricted": "off",
  },
};
