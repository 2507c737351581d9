package dev.groundswell.endurance;

import java.util.List;

/** Words of a command line: {@code name=number}, or a name alone. */
record Arguments(List<String> words) {

    static Arguments of(String... words) {
        return new Arguments(List.of(words));
    }

    long number(String name, long otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> Long.parseLong(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    boolean has(String name) {
        return words.contains(name);
    }
}
