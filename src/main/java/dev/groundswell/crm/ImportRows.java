package dev.groundswell.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one by one: objects of column and value, in which a blank cell is null. A line that is no row comes as
 * its text.
 */
final class ImportRows implements Iterator<JsonNode> {

    private static final int HEADER = 64 * 1024;

    /** Of a row, in characters. */
    private static final int LONGEST_ROW = 500_000;

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> header = new ArrayList<>();
    private final @Nullable Iterator<CsvRecord> records;
    private final @Nullable BufferedReader lines;
    private @Nullable JsonNode next;

    ImportRows(InputStream file, String contentType) throws IOException {
        var buffered = new BufferedInputStream(file, HEADER);
        skipMark(buffered);
        if (contentType.startsWith(MediaTypes.NDJSON)) {
            this.records = null;
            this.lines = new BufferedReader(new InputStreamReader(buffered, StandardCharsets.UTF_8));
        } else {
            this.lines = null;
            this.records = CsvReader.builder()
                    .fieldSeparator(separator(buffered))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_ROW)
                    .ofCsvRecord(new InputStreamReader(buffered, StandardCharsets.UTF_8))
                    .iterator();
            if (records.hasNext()) {
                records.next().getFields().forEach(name -> header.add(name.strip()));
                columns.addAll(header);
            }
        }
        this.next = read();
    }

    /** The columns that have been seen. */
    List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public JsonNode next() {
        var row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return row;
    }

    private @Nullable JsonNode read() throws IOException {
        if (records != null) {
            return records.hasNext() ? row(records.next()) : null;
        }
        if (lines == null) {
            return null;
        }
        for (var line = line(lines); line != null; line = line(lines)) {
            if (!line.isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private static @Nullable String line(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() == LONGEST_ROW) {
                throw ProblemException.invalid("", "has a line of more than 500,000 characters");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private JsonNode row(CsvRecord record) {
        if (record.getFieldCount() > header.size()) {
            return TextNode.valueOf(String.join(",", record.getFields()));
        }
        var row = Json.nothing();
        for (int i = 0; i < record.getFieldCount(); i++) {
            var cell = record.getField(i);
            // of columns that share a name the first counts
            row.putIfAbsent(header.get(i), cell.isBlank() ? NullNode.getInstance() : TextNode.valueOf(cell));
        }
        return row;
    }

    private JsonNode row(String line) {
        try {
            var tree = Setup.JSON.readTree(line);
            if (tree.isObject()) {
                tree.fieldNames().forEachRemaining(name -> {
                    if (columns.size() < 500) {
                        columns.add(name);
                    }
                });
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            // is told of as a row that is none
        }
        return TextNode.valueOf(line);
    }

    private static void skipMark(BufferedInputStream file) throws IOException {
        file.mark(3);
        var first = file.readNBytes(3);
        boolean marked = first.length == 3
                && (first[0] & 0xff) == 0xef
                && (first[1] & 0xff) == 0xbb
                && (first[2] & 0xff) == 0xbf;
        if (!marked) {
            file.reset();
        }
    }

    /** Whichever is the most frequent in the first line, outside of quotes. */
    private static char separator(BufferedInputStream file) throws IOException {
        file.mark(HEADER);
        var counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < HEADER - 1; i++) {
            int c = file.read();
            if (c < 0 || (c == '\n' && !quoted)) {
                break;
            }
            quoted ^= c == '"';
            int which = ",;\t".indexOf(c);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        file.reset();
        var most = new ArrayList<>(List.of(0, 1, 2));
        most.sort((a, b) -> Integer.compare(counts[b], counts[a]));
        return ",;\t".charAt(most.get(0));
    }
}
