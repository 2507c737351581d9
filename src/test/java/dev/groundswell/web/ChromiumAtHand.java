package dev.groundswell.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Debian's packages {@code chromium} and {@code chromium-driver}. In CI their absence is a failure. */
class ChromiumAtHand implements ExecutionCondition {

    static final Path BROWSER = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
            return ConditionEvaluationResult.enabled("Chromium is here");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("The pages were not tested: chromium and chromium-driver are missing");
        }
        System.err.println(
                "SKIPPED: " + test.getDisplayName() + " needs a browser (apt-get install chromium chromium-driver)");
        return ConditionEvaluationResult.disabled("Chromium is missing");
    }
}
