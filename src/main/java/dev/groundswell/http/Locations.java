package dev.groundswell.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where something is, in characters that headers can hold. */
public final class Locations {

    private Locations() {}

    /** The path of a resource that is named by these texts, each a segment of it. */
    public static URI of(String prefix, String... names) {
        var path = new StringBuilder(prefix);
        for (int i = 0; i < names.length; i++) {
            path.append(i == 0 ? "" : "/")
                    .append(URLEncoder.encode(names[i], StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return URI.create(path.toString());
    }
}
