package dev.groundswell.deal;

/** Who told something: a CRM (integration keys, connections, imports) or a rep. */
public enum Origin {
    crm,
    rep
}
