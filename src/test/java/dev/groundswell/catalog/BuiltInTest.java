package dev.groundswell.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BuiltInTest {

    @Test
    void everyAliasMeansAReasonOutOfTheBox() {
        var codes = BuiltIn.reasons().stream().map(BuiltIn.Reason::code).collect(Collectors.toSet());

        assertThat(codes).hasSize(18);
        assertThat(BuiltIn.aliases()).extracting(BuiltIn.Alias::reason).allMatch(codes::contains);
    }

    @Test
    void noTextMeansTwoThings() {
        var meanings = new HashMap<String, String>();
        for (var alias : BuiltIn.aliases()) {
            var meaning = alias.reason() + " " + alias.outcome();
            assertThat(meanings.putIfAbsent(Folding.fold(alias.text()), meaning))
                    .as(alias.text())
                    .isIn(null, meaning);
        }
    }
}
