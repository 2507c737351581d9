package dev.groundswell.crm.salesforce;

import dev.groundswell.crm.Adapter;
import dev.groundswell.crm.mapping.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Outbound Messages: the organization in them is all that can be checked, and the session in them is a live credential. */
@ApplicationScoped
class OutboundMessage implements Adapter {

    private static final Pattern ORGANIZATION =
            Pattern.compile("<(?:[\\w.-]+:)?OrganizationId(?:\\s[^>]*)?>\\s*([A-Za-z0-9]{1,40})\\s*<");

    private static final Pattern SESSION = Pattern.compile(
            "(<((?:[\\w.-]+:)?SessionId)(?:\\s[^>]*)?>).*?(</\\2\\s*>)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @Override
    public String kind() {
        return "salesforce";
    }

    /** By either of its spellings; a message that names no organization comes from nobody. */
    @Override
    public boolean isFrom(byte[] body, String account) {
        var named = ORGANIZATION.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return named.find() && SalesforceId.long18(named.group(1)).equals(SalesforceId.long18(account.strip()));
    }

    @Override
    public byte[] scrub(byte[] body) {
        return SESSION.matcher(new String(body, StandardCharsets.ISO_8859_1))
                .replaceAll("$1$3")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
