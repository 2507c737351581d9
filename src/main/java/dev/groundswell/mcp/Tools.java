package dev.groundswell.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.http.Problem;
import dev.groundswell.http.RoutingProblems;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tools that a model is offered. All of them read, and none changes anything. */
@ApplicationScoped
class Tools {

    private final ToolManager manager;
    private final ObjectMapper json;

    Tools(ToolManager manager, ObjectMapper json) {
        this.manager = manager;
        this.json = json;
    }

    /**
     * @param title what people read beside its name
     * @param description what a model reads to choose it
     * @param answer a call of the endpoint that the tool stands for: it checks permissions, and knows whose request it is
     */
    void add(String name, String title, String description, Inputs inputs, Function<Asked, Object> answer) {
        manager.newTool(name)
                .setTitle(title)
                .setDescription(description)
                .setInputSchema(inputs.schema())
                .setAnnotations(new ToolManager.ToolAnnotations(title, true, false, true, false))
                .setHandler(
                        call -> answer(
                                () -> answer.apply(new Asked(inputs.parameters().keySet(), call.args()))),
                        false)
                .register();
    }

    private ToolResponse answer(Supplier<Object> call) {
        try {
            return ToolResponse.success(json.writeValueAsString(call.get()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException failure) {
            return ToolResponse.error(words(RoutingProblems.of(failure).problem()));
        }
    }

    /** A problem as a model reads it: arguments by their names. */
    private static String words(Problem problem) {
        var words = new StringBuilder(problem.title())
                .append(" (")
                .append(problem.code())
                .append(").");
        if (problem.detail() != null) {
            words.append(' ').append(problem.detail()).append('.');
        }
        if (problem.errors() != null) {
            for (var place : problem.errors()) {
                words.append(' ')
                        .append(place.pointer().replaceFirst("^/(query/)?", ""))
                        .append(' ')
                        .append(place.detail())
                        .append('.');
            }
        }
        return words.toString();
    }
}
