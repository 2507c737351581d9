package dev.groundswell.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts accounts away and takes them out again. */
@ApplicationScoped
class Accounts {

    private static final String PURPOSE = "field_report";

    private final Vault vault;
    private final ObjectMapper json;

    Accounts(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] lock(Account account) {
        try {
            return vault.lock(PURPOSE, json.writeValueAsBytes(account));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Account unlock(byte[] content) {
        try {
            return json.readValue(vault.unlock(PURPOSE, content), Account.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
