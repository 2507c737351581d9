package dev.groundswell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request that readers copy out of the documentation.
 *
 * @param headers by their names in lower case
 */
record CopyableRequest(String method, String path, String query, Map<String, String> headers, String body) {

    private static final String HOST = "http://localhost:8080";
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```");
    private static final Pattern CURL = Pattern.compile("(?m)^ *curl ");
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) " + HOST + "(\\S+)");
    private static final Pattern DECLARED = Pattern.compile("(?m)^@(\\w+) = (\\S+)$");
    private static final Pattern USED = Pattern.compile("\\{\\{(\\w+)}}");

    /** Those of a file for editors: parted by lines that begin with three hashes. */
    static List<CopyableRequest> ofHttpFile(String file) {
        var values = new HashMap<String, String>();
        DECLARED.matcher(file).results().forEach(each -> values.put(each.group(1), each.group(2)));
        var filled = USED.matcher(file)
                .replaceAll(used -> Objects.requireNonNull(values.get(used.group(1)), used.group() + " has no value"));
        return Stream.of(filled.split("(?m)^###.*\\n"))
                .map(String::strip)
                .filter(each -> REQUEST_LINE.matcher(each).lookingAt())
                .map(CopyableRequest::ofHttp)
                .toList();
    }

    private static CopyableRequest ofHttp(String text) {
        var parts = text.split("\\n\\n", 2);
        var head = parts[0].split("\\n");
        var line = REQUEST_LINE.matcher(head[0]);
        if (!line.matches()) {
            throw new IllegalArgumentException(head[0]);
        }
        var headers = new HashMap<String, String>();
        for (int i = 1; i < head.length; i++) {
            put(headers, head[i]);
        }
        return of(line.group(1), line.group(2), headers, parts.length > 1 ? parts[1] : "");
    }

    /** Those that a page of Markdown has curl send to the service. */
    static List<CopyableRequest> ofPage(String markdown) {
        var found = new ArrayList<CopyableRequest>();
        FENCED.matcher(markdown)
                .results()
                .map(block -> block.group(1))
                .forEach(block -> CURL.matcher(block)
                        .results()
                        .forEach(each ->
                                ofCurl(words(block.substring(each.start()))).ifPresent(found::add)));
        return found;
    }

    private static Optional<CopyableRequest> ofCurl(List<String> words) {
        var headers = new HashMap<String, String>();
        String method = null;
        String url = "";
        String body = "";
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> put(headers, words.get(++i));
                case "-d", "--data-binary" -> body = words.get(++i);
                default -> url = words.get(i).startsWith(HOST) ? words.get(i).substring(HOST.length()) : url;
            }
        }
        var implied = body.isEmpty() ? "GET" : "POST";
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(of(method == null ? implied : method, url, headers, body));
    }

    /** The words of one command, as a shell parts them; what it puts in for $(..) stays as it is. */
    private static List<String> words(String shell) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < shell.length(); i++) {
            char c = shell.charAt(i);
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && c == '\\' && shell.charAt(i + 1) == '\n') {
                i++;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (c == '\n' && !words.isEmpty()) {
                    return words;
                }
            } else {
                word.append(c);
            }
        }
        return words;
    }

    private static CopyableRequest of(String method, String url, Map<String, String> headers, String body) {
        var parts = url.split("\\?", 2);
        return new CopyableRequest(method, parts[0], parts.length > 1 ? parts[1] : "", headers, body);
    }

    private static void put(Map<String, String> headers, String line) {
        var parts = line.split(": ?", 2);
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }

    /** A parameter of the query, decoded. */
    record Parameter(String name, String value) {}

    List<Parameter> parameters() {
        return Stream.of(query.split("&"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .map(each -> new Parameter(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)))
                .toList();
    }

    /** True where the body is in a file of the reader's. */
    boolean sendsAFile() {
        return body.startsWith("@");
    }
}
