package dev.groundswell.deal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import dev.groundswell.http.ReadingProblems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a batch item by item, each to a change or to its own problem. */
@RequestScoped
class BatchReader {

    /** Larger batches gain nothing: the upkeep of indexes is the limit by then. */
    static final int MOST = 1000;

    private final ObjectMapper json;
    private final Validator validator;
    private final Telling telling;
    private final JavaType itemType;

    BatchReader(ObjectMapper json, Validator validator, Telling telling) {
        this.json = json;
        this.validator = validator;
        this.telling = telling;
        this.itemType = json.getTypeFactory().constructParametricType(MergePatch.class, BatchItem.class);
    }

    /** One item: a change, or the problem with it. The tree is what was sent, as far as it was JSON. */
    record Item(
            int index,
            @Nullable JsonNode tree,
            @Nullable DealChange change,
            @Nullable Problem problem) {

        BatchResource.Result refusal() {
            return new BatchResource.Result(index, problem == null ? 500 : problem.status(), null, problem);
        }
    }

    /** A JSON array; what is no JSON at all is a problem of the whole batch. */
    List<Item> readArray(InputStream body) {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JacksonException unreadable) {
            throw ReadingProblems.of(unreadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (!(tree instanceof ArrayNode array)) {
            throw ProblemException.at("", ProblemType.unreadable, "must be an array of deals");
        }
        refuseSize(array.size());
        var items = new ArrayList<Item>();
        for (int i = 0; i < array.size(); i++) {
            items.add(read(i, array.get(i)));
        }
        return items;
    }

    /** One deal a line; empty lines are skipped. A line that is no JSON is a problem of that line. */
    List<Item> readLines(InputStream body) {
        var items = new ArrayList<Item>();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    refuseSize(items.size() + 1);
                    items.add(readLine(items.size(), line));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        refuseSize(items.size());
        return items;
    }

    private Item readLine(int index, String line) {
        try {
            return read(index, json.readTree(line));
        } catch (JacksonException unreadable) {
            return refused(index, null, ReadingProblems.of(unreadable));
        }
    }

    private Item read(int index, JsonNode tree) {
        try {
            if (!tree.isObject()) {
                throw ProblemException.at("", ProblemType.unreadable, "is not a deal");
            }
            MergePatch<BatchItem> item = json.treeToValue(tree, itemType);
            var violations = validator.validate(item.value());
            if (!violations.isEmpty()) {
                throw ReadingProblems.of(violations);
            }
            return new Item(index, tree, telling.item(item.value(), item.tree(), index), null);
        } catch (JacksonException unreadable) {
            return refused(index, tree, ReadingProblems.of(unreadable));
        } catch (ProblemException wrong) {
            return refused(index, tree, wrong);
        }
    }

    private static Item refused(int index, @Nullable JsonNode tree, ProblemException problem) {
        return new Item(index, tree, null, problem.problem());
    }

    private static void refuseSize(int size) {
        if (size == 0 || size > MOST) {
            throw ProblemException.invalid("", "must hold 1 to " + MOST + " deals: larger batches gain nothing");
        }
    }
}
