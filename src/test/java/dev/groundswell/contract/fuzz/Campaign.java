package dev.groundswell.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.Document.Operation;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks every operation in rounds, each in a workspace of its own, and notes each answer that must not be. */
final class Campaign {

    /** A lucky request, then so many hostile ones. */
    private static final int HOSTILE = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Stored database;
    private final Random random;
    private final List<Operation> operations =
            new ArrayList<>(Document.committed().operations());
    private final List<String> faults = new ArrayList<>();
    private final Set<String> succeeded = new TreeSet<>();
    private TestWorkspace workspace;
    private Pool pool;
    private Requests requests;
    private HostileRequests hostile;
    private Map<String, String> stored;
    private int asked;
    private int waited;

    Campaign(String base, Connection database, long seed) throws SQLException {
        this.base = base;
        this.database = new Stored(database);
        this.random = new Random(seed);
        enter();
    }

    private void enter() {
        workspace = TestWorkspace.create();
        pool = new Pool(random);
        requests = new Requests(random, workspace, pool);
        hostile = new HostileRequests(random, requests, workspace, TestWorkspace.create(), pool);
        stored = Map.of();
    }

    List<String> run(int atLeast) throws Exception {
        while (asked < atLeast) {
            enter();
            furnish();
            Collections.shuffle(operations, random);
            // what is deleted cannot be asked for any more
            operations.sort(Comparator.comparing(operation -> operation.method().equals("DELETE")));
            for (var operation : operations) {
                ask(operation, requests.lucky(operation), true);
                for (int i = 0; i < HOSTILE; i++) {
                    ask(operation, hostile.request(operation), false);
                }
            }
        }
        return faults;
    }

    String tell() {
        return asked + " requests, " + waited + " looked at twice, without a success: " + neverSucceeded();
    }

    /** Operations that have answered no request with success. */
    private Set<String> neverSucceeded() {
        var never = new TreeSet<String>();
        operations.forEach(operation -> never.add(operation.id()));
        never.removeAll(succeeded);
        return never;
    }

    /** What is made has to be there before it can be asked for. */
    private void furnish() throws Exception {
        ask("POST", false);
        ask("GET", false);
        TestConnection.create(workspace, "json", "").send("{\"nobody\": \"knows\"}");
        ask("POST", true);
        ask("GET", false);
    }

    private void ask(String method, boolean inside) throws Exception {
        var order = new ArrayList<>(operations);
        order.removeIf(operation ->
                !operation.method().equals(method) || operation.template().contains("{") != inside);
        order.sort(Comparator.comparing(Operation::id));
        for (var operation : order) {
            ask(operation, requests.furnishing(operation), true);
        }
    }

    private void ask(Operation operation, Asked request, boolean lucky) throws Exception {
        asked++;
        if (stored.isEmpty()) {
            stored = database.of(workspace.id());
        }
        HttpResponse<String> answer;
        try {
            answer = Contract.send(http, request.on(base));
        } catch (AssertionError fault) {
            faults.add(operation.id() + ": " + fault.getMessage() + " when asked " + request);
            stored = Map.of();
            return;
        } catch (IOException fault) {
            faults.add(operation.id() + ": no answer (" + fault + ") when asked " + request);
            stored = Map.of();
            return;
        }
        int status = answer.statusCode();
        if (status >= 500) {
            faults.add(operation.id() + ": " + status + " when asked " + request);
        }
        if (lucky && status == 400) {
            faults.add(operation.id() + ": cannot read what the contract allows: " + answer.body() + " when asked "
                    + request);
        }
        if (lucky && status == 401) {
            // the key was revoked by a request before
            enter();
        } else if (status < 400) {
            succeeded.add(operation.id());
            learn(operation, answer);
            stored = Map.of();
        } else {
            nothingWasStored(operation, request);
        }
    }

    private void learn(Operation operation, HttpResponse<String> answer) throws IOException {
        boolean json = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        if (json && answer.request().method().equals(operation.method())) {
            JsonNode told = JSON.readTree(answer.body());
            pool.learn(operation.template(), told);
        }
    }

    /** What runs behind may write in between: only what is there again when nothing runs and it is asked again counts. */
    private void nothingWasStored(Operation operation, Asked request) throws Exception {
        var now = database.of(workspace.id());
        if (now.equals(stored)) {
            return;
        }
        for (int i = 0; i < 5; i++) {
            var quiet = quiet();
            Contract.send(http, request.on(base));
            now = database.of(workspace.id());
            stored = now;
            if (now.equals(quiet)) {
                return;
            }
            stored = quiet;
        }
        faults.add(operation.id() + ": refused, and wrote to " + difference(stored, now) + " when asked " + request);
        stored = now;
    }

    private Map<String, String> quiet() throws SQLException, InterruptedException {
        waited++;
        var before = database.of(workspace.id());
        while (true) {
            Thread.sleep(1_200);
            var now = database.of(workspace.id());
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> now) {
        var different = new TreeMap<>(now);
        different.entrySet().removeAll(before.entrySet());
        return different.keySet().toString();
    }
}
