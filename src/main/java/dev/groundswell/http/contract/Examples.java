package dev.groundswell.http.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples of what is sent and answered. Each is a file, called after its operation, after what it shows where there are
 * several, and after its format: {@code requests/logLoss.everything.json}.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> requests = files("examples/requests");
    private final Map<String, String> answers = files("examples/answers");

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            add(operation.getOperationId(), requests, operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                add(operation.getOperationId(), answers, response.getContent());
            }
        });
    }

    private static void add(String operation, Map<String, String> files, @Nullable Content content) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        files.forEach((file, text) -> {
            var words = file.split("\\.", -1);
            if (!words[0].equals(operation)) {
                return;
            }
            var name = words.length == 3 ? words[1] : "example";
            content.getMediaTypes().forEach((type, body) -> {
                if (isOf(type, words[words.length - 1])) {
                    body.addExample(
                            name,
                            OASFactory.createExample()
                                    .summary(words.length == 3 ? sentence(name) : null)
                                    .value(value(file, text, body)));
                }
            });
        });
    }

    private static boolean isOf(String mediaType, String ending) {
        return switch (ending) {
            case "csv" -> mediaType.equals("text/csv");
            case "txt" -> mediaType.equals("text/plain");
            case "ndjson" -> mediaType.equals("application/x-ndjson");
            default -> mediaType.equals("*/*") || mediaType.matches("application/(merge-patch\\+)?json");
        };
    }

    /** As text where the contract says that it is; one line of NDJSON stands for all. */
    private static Object value(String file, String text, MediaType body) {
        var types = body.getSchema() == null ? null : body.getSchema().getType();
        boolean isText = types != null && types.contains(SchemaType.STRING);
        try {
            return isText ? text : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(file, unreadable);
        }
    }

    private static String sentence(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }

    /** What each file of a folder holds, by its name; the folder is one, or lies in the jar that is being built. */
    private static Map<String, String> files(String folder) {
        try {
            var url = Objects.requireNonNull(Examples.class.getResource(folder), folder);
            if (url.openConnection() instanceof JarURLConnection jar) {
                try (var inside =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return read(inside.getPath(jar.getEntryName()));
                }
            }
            return read(Path.of(url.toURI()));
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(folder, unreadable);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
