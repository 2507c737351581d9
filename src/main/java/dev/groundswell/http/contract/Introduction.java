package dev.groundswell.http.contract;

/** The page that a newcomer to the contract reads first. */
final class Introduction {

    static final String TEXT = """
            Groundswell takes in lost deals with their reasons and answers with the market's signals, never with a ranking of sellers.

            **Two planes.** The open plane holds what the CRM shows to leadership anyway: trends on it are live and exact, and may be \
            filtered by product, segment, region, competitor and source. What a rep says in confidence belongs to another plane, is never \
            added to the first, and leaves the service once a period is sealed, in groups of at least k people; `GET /v1/safety` says how. No operation lists, filters or ranks sellers.

            **Deals** are known by the `source` they live in and their `external_id` there, so that a webhook, an import and a rep meet on \
            one deal. Writing is an upsert: 201 for a deal that was not known, 200 for one that was. In a patch absent leaves and null \
            clears. The newest `source_time` holds, in whatever order things arrive; where both a CRM and a rep have spoken, the CRM \
            owns state, closing date and value, and the rep owns reasons, competitors and prices.

            **Money** is an amount as text with its currency. Currencies are never added up. **Ids** are text. Absent is unknown, and unknown \
            is never zero; answers leave out what is not known, and hold no nulls.

            **Lists** answer `items` and `next_cursor`; ask again with it as `cursor` until it is absent. A cursor belongs to one list \
            of one workspace.

            **Once.** Send an `Idempotency-Key` with a POST and repeat it as often as needed: it takes effect once. Keys are kept for a day \
            at least. The answer to a repetition is read anew and says `Idempotency-Replayed: true`; secrets that are shown once are not \
            in it.

            **Revisions.** What can be edited has an ETag. Edits of the set-up need it as `If-Match` (428 without it, 412 when somebody else \
            was faster); for deals it is optional.

            **Problems** are RFC 9457 documents with a `code` to branch on and `errors` that point at each wrong place. 400: the request \
            cannot be read (no JSON, unknown field, wrong type). 422: it can, and is wrong. What belongs to another workspace is the same \
            404 as what does not exist.

            **Strict reading.** Unknown fields and parameters, duplicate fields, control characters and coercions are refused, and nothing \
            of a refused request is stored. A request line may have 64 KB; a longer one is answered with 414 and no body.

            **Versions.** Within `/v1` fields, enum values and operations may be added; clients must accept unknown fields and enum values \
            in answers.
            """;

    private Introduction() {}
}
