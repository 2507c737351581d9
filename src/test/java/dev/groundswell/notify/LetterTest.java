package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is posted, read as its receivers read it. */
class LetterTest {

    private static final String HOSTILE =
            "<!channel> & <https://evil.example.com|click> *bold* @here [a](https://b.example.com)";

    private final ObjectMapper json = new ObjectMapper();
    private final Letters letters = new Letters(json);

    /** The example that the specification's own libraries are tested with. */
    @Test
    void thePublishedExampleIsSignedAsPublished() {
        var secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void receiversOfBothSecretsCanVerify() throws Exception {
        var old = SigningSecret.make();
        var made = SigningSecret.make();

        var letter = letters.write(Channel.webhook, "msg_1", concern("words"), List.of(made, old), Instant.now());

        for (var secret : List.of(old, made)) {
            verify(secret.text(), letter);
        }
        assertThat(letter.headers().get("webhook-signature").split(" ")).hasSize(2);
    }

    private static void verify(String secret, Letters.Letter letter) throws Exception {
        var headers = letter.headers().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey(), each -> List.of(each.getValue())));
        new Webhook(secret).verify(new String(letter.body(), StandardCharsets.UTF_8), headers);
    }

    @Test
    void slackIsGivenWordsAndNothingThatItWouldObey() throws IOException {
        var message = read(Channel.slack, concern(HOSTILE));

        assertThat(message.path("text").asText()).isEqualTo("A concern has surfaced");
        assertThat(message.path("link_names").asBoolean()).isFalse();
        var section = message.path("blocks").get(1).path("text");
        assertThat(section.path("verbatim").asBoolean()).isTrue();
        assertThat(section.path("text").asText())
                .startsWith("&lt;!channel&gt; &amp; &lt;https://evil.example.com|click&gt;")
                .doesNotContain("<", ">", "@here");
    }

    @Test
    void slackGetsNoBlockThatItWouldRefuse() throws IOException {
        var message = read(Channel.slack, concern("&".repeat(4000)));

        assertThat(message.path("blocks").get(1).path("text").path("text").asText())
                .hasSizeLessThan(3000)
                .endsWith("&amp;…");
    }

    @Test
    void teamsIsGivenACardOfPlainText() throws IOException {
        var message = read(Channel.teams, concern(HOSTILE));

        assertThat(message.path("type").asText()).isEqualTo("message");
        var attachment = message.path("attachments").get(0);
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        var card = attachment.path("content");
        assertThat(card.path("version").asText()).isEqualTo("1.4");
        assertThat(card.path("body"))
                .allSatisfy(block -> assertThat(block.path("type").asText()).isEqualTo("RichTextBlock"));
        assertThat(card.findValuesAsText("text")).contains(HOSTILE);
        assertThat(card.has("msteams")).isFalse();
    }

    @Test
    void teamsGetsNoCardThatItWouldRefuse() {
        var digest = event("digest.weekly");
        var due = ((ObjectNode) digest.path("data")).putArray("answers_due");
        for (int i = 0; i < 100; i++) {
            due.addObject().put("words", "ü".repeat(1000)).put("answer_due", "2026-01-01");
        }

        assertThat(letters.write(Channel.teams, "msg_1", digest, List.of(), Instant.EPOCH)
                        .body())
                .hasSizeLessThan(28_000);
    }

    @Test
    void everyEventHasACard() {
        for (var type : EventType.values()) {
            assertThat(Card.of(event(type.word())).title()).isNotBlank();
        }
        assertThat(Card.of(event("test")).title()).isEqualTo("Test");
    }

    private JsonNode read(Channel channel, ObjectNode event) throws IOException {
        var letter = letters.write(channel, "msg_1", event, List.of(), Instant.EPOCH);
        assertThat(letter.headers()).doesNotContainKeys("webhook-id", "webhook-signature");
        return json.readTree(letter.body());
    }

    private ObjectNode concern(String words) {
        var event = event("concern.surfaced");
        ((ObjectNode) event.path("data")).put("words", words).put("path", "/v1/concerns");
        return event;
    }

    private ObjectNode event(String type) {
        var event = json.createObjectNode().put("type", type);
        event.putObject("data");
        return event;
    }
}
