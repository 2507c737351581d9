package dev.groundswell.deal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ToldTest {

    @Property
    void changesInAnyOrderAndAnyNumberOfTimesLeadToTheSame(
            @ForAll("changes") List<DealChange> changes, @ForAll Random random) {
        var shuffled = new ArrayList<>(changes);
        shuffled.addAll(changes.subList(0, changes.size() / 2));
        Collections.shuffle(shuffled, random);

        assertThat(hear(shuffled)).isEqualTo(hear(changes));
    }

    @Example
    void theCrmOwnsStateAndTheRepOwnsTheReason() {
        var told = hear(List.of(
                change(Origin.rep, Map.of(Field.state, text("lost"), Field.note, text("rep")), 9, 0),
                change(Origin.crm, Map.of(Field.state, text("open"), Field.note, text("crm")), 1, 0)));

        assertThat(told.settled(Field.state)).isEqualTo(text("open"));
        assertThat(told.settled(Field.note)).isEqualTo(text("rep"));
    }

    @Example
    void whatOnlyOneHasToldHolds() {
        var told = hear(List.of(change(Origin.rep, Map.of(Field.state, text("lost")), 1, 0)));

        assertThat(told.settled(Field.state)).isEqualTo(text("lost"));
        assertThat(told.settled(Field.amount).isNull()).isTrue();
    }

    @Example
    void anOlderWordChangesNothingAndANullIsAWordToo() {
        var told = hear(List.of(
                change(Origin.crm, Map.of(Field.owner, text("new")), 5, 0),
                change(Origin.crm, Map.of(Field.owner, text("old")), 4, 9),
                change(Origin.crm, Map.of(Field.region, text("EMEA")), 4, 0),
                change(Origin.crm, Map.of(Field.region, NullNode.getInstance()), 6, 0)));

        assertThat(told.settled(Field.owner)).isEqualTo(text("new"));
        assertThat(told.settled(Field.region).isNull()).isTrue();
    }

    @Provide
    Arbitrary<List<DealChange>> changes() {
        var fields = Arbitraries.maps(
                        Arbitraries.of(Field.state, Field.amount, Field.reasons, Field.note),
                        Arbitraries.of("a", "b", null).map(ToldTest::text))
                .ofMaxSize(4);
        // a tie-break stands for one change: two changes never share both source time and tie-break
        return Combinators.combine(
                        Arbitraries.of(Origin.class),
                        fields,
                        Arbitraries.longs().between(0, 3))
                .as((origin, told, time) -> change(origin, told, time, 0))
                .list()
                .ofMaxSize(8)
                .map(list -> {
                    var numbered = new ArrayList<DealChange>();
                    for (var each : list) {
                        numbered.add(change(each.origin(), each.fields(), each.time(), numbered.size()));
                    }
                    return numbered;
                });
    }

    private static Told hear(List<DealChange> changes) {
        var told = Told.nothing();
        for (var change : changes) {
            told = told.hear(change);
        }
        return told;
    }

    private static DealChange change(Origin origin, Map<Field, JsonNode> fields, long time, long tie) {
        return new DealChange("crm", "1", origin, fields, time, tie);
    }

    private static JsonNode text(String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }
}
