package dev.groundswell.access;

/** What an endpoint demands. Roles and the scopes of a key say who has which. */
public final class Permission {

    public static final String WRITE_DEALS = "write_deals";
    public static final String READ_DEALS = "read_deals";
    public static final String READ_TRENDS = "read_trends";
    public static final String READ_CATALOG = "read_catalog";
    public static final String MANAGE_CATALOG = "manage_catalog";
    public static final String READ_WORKSPACE = "read_workspace";
    public static final String MANAGE_ACCESS = "manage_access";
    public static final String MANAGE_CONNECTIONS = "manage_connections";
    /** To say where events are sent. */
    public static final String MANAGE_SUBSCRIPTIONS = "manage_subscriptions";

    public static final String OWN_KEYS = "own_keys";
    /** To say something in confidence. */
    public static final String SPEAK = "speak";
    /** To read what has left the confidential plane, and under which terms people speak. */
    public static final String READ_RELEASES = "read_releases";
    /** To answer the field, and to ask it. */
    public static final String ANSWER_FIELD = "answer_field";

    private Permission() {}
}
