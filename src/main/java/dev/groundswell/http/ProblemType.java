package dev.groundswell.http;

/** Every way in which a request can fail: the {@code code} of a problem (its name), its status and its title. */
public enum ProblemType {
    unreadable(400, "The request cannot be read"),
    unauthenticated(401, "A valid key or token is needed"),
    forbidden(403, "This key may not do that"),
    not_found(404, "There is nothing here"),
    method_not_allowed(405, "This resource does not know that method"),
    not_acceptable(406, "This resource has no such representation"),
    too_slow(408, "The body did not arrive in time"),
    conflict(409, "The request clashes with what is there"),
    still_running(409, "The first request with this Idempotency-Key is still running"),
    edited_meanwhile(412, "Somebody else has changed this since you read it"),
    too_large(413, "The body is too large"),
    unsupported_media_type(415, "The body has a media type that is not read here"),
    invalid(422, "The request is readable but wrong"),
    key_reused(422, "This Idempotency-Key was used for another request"),
    precondition_required(428, "If-Match is required"),
    too_many_requests(429, "Too many requests in a short time"),
    internal(500, "Something went wrong here"),
    unavailable(503, "The service cannot answer just now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The type that stands for a bare HTTP status. */
    static ProblemType ofStatus(int status) {
        for (var type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? internal : unreadable;
    }
}
