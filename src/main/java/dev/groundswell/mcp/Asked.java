package dev.groundswell.mcp;

import dev.groundswell.http.NamedParameters;
import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a call, read as if they stood in the query of a URL. */
final class Asked {

    private final NamedParameters parameters;

    /**
     * @param known the arguments that the tool takes: another one is refused, for a misspelt filter must not be taken for none
     * @param given as they came, none of them null
     */
    Asked(Set<String> known, Map<String, Object> given) {
        var texts = new HashMap<String, List<String>>();
        var faults = new ArrayList<Problem.Place>();
        given.forEach((name, value) -> {
            if (!known.contains(name)) {
                faults.add(new Problem.Place(
                        "/" + name, "is not an argument of this tool, which takes " + String.join(", ", known)));
            } else {
                var read = texts(value);
                if (read.stream().anyMatch(each -> each.chars().anyMatch(Character::isISOControl))) {
                    faults.add(new Problem.Place("/" + name, "holds a control character"));
                }
                texts.put(name, read);
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.unreadable, faults);
        }
        this.parameters = new NamedParameters(texts);
    }

    <T> T read(Class<T> bean) {
        return parameters.read(bean);
    }

    private static List<String> texts(Object value) {
        if (!(value instanceof Iterable<?> several)) {
            return List.of(value.toString());
        }
        var texts = new ArrayList<String>();
        several.forEach(each -> texts.add(String.valueOf(each)));
        return texts;
    }
}
