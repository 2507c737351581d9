package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/** Tokens in the URLs that CRMs call: they carry their workspace as keys do, and open nothing but that one hook. */
@ApplicationScoped
public class HookTokens {

    private final CurrentWorkspace current;
    private final AccessConfig config;
    private final SecureRandom random = new SecureRandom();

    HookTokens(CurrentWorkspace current, AccessConfig config) {
        this.current = current;
        this.config = config;
    }

    /** A token's text, whose claim the hash proves. */
    public record Token(Credential credential) {

        public String text() {
            return credential.text();
        }

        public String workspace() {
            return credential.workspace();
        }

        public String handle() {
            return credential.handle();
        }

        public byte[] hash() {
            return credential.hash();
        }

        /** True where this is the token whose hash was kept. */
        public boolean proves(byte[] kept) {
            return MessageDigest.isEqual(kept, credential.hash());
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** A new token of the caller's workspace. */
    public Token make() {
        return new Token(Credential.make(Credential.Kind.hook, config.keyEnv(), current.id(), random));
    }

    /** Empty where the text is no token, which is found out without asking the database. */
    public Optional<Token> parse(String text) {
        return Credential.parse(text)
                .filter(token ->
                        token.kind() == Credential.Kind.hook && token.env().equals(config.keyEnv()))
                .map(Token::new);
    }

    /** Enters the workspace that the token claims; what is looked up there then has to prove it. */
    public void enter(Token token) {
        current.enter(token.workspace());
    }
}
