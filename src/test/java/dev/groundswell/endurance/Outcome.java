package dev.groundswell.endurance;

import java.util.List;

/**
 * What came of it.
 *
 * @param never what was answered or logged, and must never be
 */
record Outcome(List<Accounting.Line> lines, List<String> never) {

    boolean isRight() {
        return never.isEmpty() && lines.stream().allMatch(Accounting.Line::isRight);
    }

    @Override
    public String toString() {
        return Accounting.table(lines) + "\n\nanswers and lines of the log that must never be: " + never.size()
                + String.join("\n", never.stream().map(each -> "\n" + each).toList());
    }
}
