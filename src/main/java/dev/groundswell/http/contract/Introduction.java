package dev.groundswell.http.contract;

/** The page that a newcomer to the contract reads first. */
final class Introduction {

    static final String TEXT = """
            Groundswell takes in lost deals with their reasons and answers with the market's signals, never with a ranking of sellers.

            ## Two planes

            The **open plane** holds what the CRM shows to leadership anyway: trends on it are live and exact, and may be filtered by \
            product, segment, region, competitor and source.

            The **confidential plane** holds what people say in confidence: field reports, concerns, answers to questions. It is never added to the first, and \
            leaves the service only as a release: once a period is sealed, in groups of at least **k** people (5 unless the workspace has announced another number, \
            never under 3). What fewer than k said joins the next period, and after four it is thrown away untold. What was released never \
            changes. Only its author can read what was said, at `/v1/field_reports/mine`. `GET /v1/safety` says who sees what, when, and among how many.

            No operation lists, filters or ranks sellers. The owner of a deal is taken in, becomes a pseudonym at once, and is in no answer.

            ## Credentials

            Send `Authorization: Bearer <key>`, or a token of the workspace's OpenID Connect provider. A key belongs to one workspace and one role:

            | role | may |
            |---|---|
            | `integration` | write deals, read deals and the catalog; an admin makes its keys (`POST /v1/keys`) |
            | `rep` | read what leaders read, log losses, report and raise concerns in confidence |
            | `leader` | read, ask questions, answer signals, concerns and releases |
            | `admin` | set the workspace up: catalog, connections, subscriptions, keys, invites |

            People join by an invite (`POST /v1/invites/{code}/accept`), which makes a key that is shown once. 401: there is no valid key. 403: it is valid, and may \
            not do that. The pages of the service trade a key for a cookie (`POST /v1/session`). What belongs to another workspace is the same 404 as what does not exist.

            ## Deals

            A deal is known by the `source` it lives in and its `external_id` there, so that a webhook, an import and a rep meet on one deal. \
            Writing is an upsert: 201 for a deal that was not known, 200 for one that was. In a patch absent leaves and null clears. The \
            newest `source_time` holds, in whatever order things arrive; where both a CRM and a rep have spoken, the CRM owns state, closing \
            date and value, and the rep owns reasons, competitors and prices.

            ## Values

            * **Names** are snake_case. **Ids** are text, also where they look like numbers: do not count with them.
            * **Money** is an amount as text with its currency (ISO 4217): `{"amount": "1234.50", "currency": "EUR"}`. Currencies are never added up: sums come one a \
            currency, and `converted` beside them where the workspace tells exchange rates.
            * **Points in time** are RFC 3339 with an offset (`2026-11-20T08:30:00Z`); **days** are `2026-11-20`, in the workspace's zone. `since` and `until` are both \
            inclusive. Periods are `2026-10` or `2026-Q4`; a week is named by its Monday.
            * **Shares** are between 0 and 1, and come with the counts behind them.
            * **Absent is unknown, and unknown is never zero.** Answers leave out what is not known and hold no nulls.

            ## Lists

            A list answers `items` and, where there are more, `next_cursor`: ask again with it as `cursor` until it is absent. `limit` is 50 unless you say \
            otherwise, and at most 200. A cursor is opaque, and belongs to one list of one workspace.

            ## Sending twice

            Send an `Idempotency-Key` with a POST and repeat it as often as needed: it takes effect once. A POST that has no such parameter is harmless to repeat as it is. Keys are kept for a day at least. The \
            answer to a repetition is read anew and says `Idempotency-Replayed: true`; secrets that are shown once are not in it. While the first \
            request runs, a second one waits for up to five seconds and then answers 409. PUT, PATCH and DELETE are harmless to repeat as they are.

            ## Revisions and caches

            What can be edited has an `ETag`. Edits of the set-up need it as `If-Match`: 428 without it, 412 when somebody else was faster; for \
            deals it is optional. Trends take `If-None-Match` and answer 304 while nothing has changed.

            ## Problems

            Every failure is an RFC 9457 document, `application/problem+json`, with a `code` to branch on and `errors`, each a JSON Pointer to a wrong place and \
            what is wrong there. 400: the request cannot be read (no JSON, unknown field or parameter, wrong type). 422: it can, and is wrong. 429 and 503 say in \
            `Retry-After` in how many seconds to come again.

            Reading is strict: unknown fields and parameters, duplicate fields, control characters and coercions are refused, and nothing of a \
            refused request is stored. A request line may have 64 KB; a longer one is answered with 414 and no body.

            ## Limits

            A caller may ask 6,000 times a minute over all of its keys, sessions and tokens, unless whoever runs the service says otherwise; then the answer is 429. A request counts as one, whatever \
            it carries. The same answer is for an address that brings too many keys or invite codes that are not valid. 503 is for what the service or its database cannot take just now. Repeat \
            either after `Retry-After`. A body may have 10 MB and has a minute to arrive (413, 408), a batch 1,000 deals, a page 200 items, an import 1,000,000 rows and 1 GB. A statement in the database may take a minute (503). \
            Webhooks of CRMs have no quota.

            ## Versions

            Operations, optional parameters and fields, fields of answers, words of open enums, kinds of problems and further 4xx and 5xx may come at any time. **Clients must \
            accept fields and words that they do not know**: an enum is open where its description says so.

            A break is, among others: an operation, parameter, field or schema taken away or renamed; a type, default or format changed; something optional made \
            required; a bound on what is sent made narrower, or one on what is answered made wider; another status or media type for the same outcome. Each build looks for breaks against the last release. \
            The service's version is semantic: a break is a new major version (before 1.0 a new minor one), and the changelog says what clients do about it.
            """;

    private Introduction() {}
}
