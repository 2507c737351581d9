package dev.groundswell.crm.hubspot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A HubSpot on loopback: deal 1 is lost in a stage of its own, deal 2 fails at first, deal 3 does not exist. */
public class HubSpotStub implements QuarkusTestResourceLifecycleManager {

    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/crm/v3/objects/deals/", this::deal);
        server.createContext("/crm/v3/pipelines/deals", exchange -> answer(exchange, 200, """
                {"results": [{"id": "p1", "stages": [
                  {"id": "gone-emea", "metadata": {"isClosed": "true", "probability": "0.0"}},
                  {"id": "signed-emea", "metadata": {"isClosed": "true", "probability": "1.0"}},
                  {"id": "talking-emea", "metadata": {"isClosed": "false", "probability": "0.4"}}]}]}"""));
        server.start();
        return Map.of(
                "groundswell.hubspot.api-url",
                "http://localhost:" + server.getAddress().getPort());
    }

    private void deal(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/crm/v3/objects/deals/".length());
        boolean first = !ASKED.contains(id);
        ASKED.add(id);
        if (!"Bearer pat-of-test".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (id.equals("3")) {
            answer(exchange, 404, "{}");
        } else if (id.equals("2") && first) {
            answer(exchange, 503, "");
        } else {
            answer(exchange, 200, """
                    {"id": "%s", "archived": false, "properties": {"dealstage": "gone-emea", "hs_is_closed_lost": "true",
                     "hs_is_closed_won": "false", "amount": "4800.00", "deal_currency_code": "EUR", "closedate": "2026-03-02T09:00:00Z",
                     "closed_lost_reason": "Too expensive", "hs_lastmodifieddate": "2026-03-02T10:00:01Z"}}""".formatted(id));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
