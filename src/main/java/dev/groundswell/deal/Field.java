package dev.groundswell.deal;

/** The fields of a deal that can be told one by one, and whose word holds where both a CRM and a rep have spoken. */
public enum Field {
    state(Origin.crm),
    /** The local day, in the workspace's zone of that moment, on which the state was told. */
    state_on(Origin.crm),
    closed_on(Origin.crm),
    /** What the source calls the deal's stage, raw: a stage that gets a meaning later is read again. */
    stage(Origin.crm),
    amount(Origin.crm),
    /** Of the amount. Told apart, because some sources tell one and never the other. */
    currency(Origin.crm),
    owner(Origin.crm),
    product(Origin.crm),
    segment(Origin.crm),
    region(Origin.crm),
    outcome(Origin.rep),
    reasons(Origin.rep),
    competitors(Origin.rep),
    price_list(Origin.rep),
    price_quoted(Origin.rep),
    price_competitor(Origin.rep),
    price_would_have_won(Origin.rep),
    price_discount_asked(Origin.rep),
    note(Origin.rep);

    private final Origin authority;

    Field(Origin authority) {
        this.authority = authority;
    }

    Origin authority() {
        return authority;
    }
}
