package dev.groundswell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each break is planted, and what breaks nobody as well. */
class BreakingChangesTest {

    private static final String POST_BODY = "requestBody: {content:";
    private static final String STATES = "State: {type: string, enum: [here, gone]}";
    private static final String ORIGINS = "Origin: {type: string, enum: [shop, mail]}";

    @ParameterizedTest
    @MethodSource({"operations", "parameters", "requests", "answers"})
    void tellsABreak(String place, String other, String told) throws IOException {
        assertThat(BreakingChanges.between(SmallContract.whole(), SmallContract.with(place, other)))
                .contains(told);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                arguments("    delete:\n", "    x-delete:\n", "DELETE /orders/{id} is gone"),
                arguments("  /orders/{id}:", "  /parcels/{id}:", "DELETE /orders/{id} is gone"),
                arguments("Id: listOrders", "Id: findOrders", "listOrders is called findOrders"),
                arguments(
                        "deleteOrder\n      tags: [Orders]",
                        "deleteOrder\n      tags: [Own]",
                        "deleteOrder is in another group"),
                arguments("security: []", "security: [{bearer: []}]", "listOrders asks for another proof of who calls"),
                arguments("scheme: bearer", "scheme: basic", "security scheme bearer is another one"),
                arguments("url: /", "url: /api", "server / is gone"));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                arguments("name: limit", "name: size", "listOrders parameter limit is gone"),
                arguments("name: limit, in: query", "name: limit, in: header", "listOrders parameter limit is gone"),
                arguments("in: query,", "in: query, required: true,", "listOrders parameter limit is required"),
                arguments(
                        "in: query,",
                        "in: query, style: spaceDelimited,",
                        "listOrders parameter limit is written another way"),
                arguments(
                        "maximum: 100", "maximum: 50", "listOrders parameter limit in requests has a narrower maximum"),
                arguments(
                        "default: 20",
                        "default: 30",
                        "listOrders parameter limit in requests stands for another value where it is absent"),
                arguments(
                        "  - {name: id",
                        "  - {name: why, in: query, required: true, schema: {type: string}}\n      - {name: id",
                        "deleteOrder parameter why is required"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments(POST_BODY, "requestBody: {required: true, content:", "createOrder body is required"),
                arguments("text/csv: {", "text/tsv: {", "createOrder body as text/csv is gone"),
                arguments(
                        "{type: [string, \"null\"], maxLength: 100}",
                        "{type: string, maxLength: 100}",
                        "OrderCreate.note in requests may not be null any more"),
                arguments(
                        "day: {type: string}",
                        "day: {type: integer}",
                        "OrderCreate.day in requests may not be string any more"),
                arguments("maxLength: 100", "maxLength: 99", "OrderCreate.note in requests has a narrower maxLength"),
                arguments(
                        "day: {type: string}",
                        "day: {type: string, minLength: 1}",
                        "OrderCreate.day in requests has a narrower minLength"),
                arguments(
                        "day: {type: string}",
                        "day: {type: string, pattern: x}",
                        "OrderCreate.day in requests has a narrower pattern"),
                arguments(
                        "day: {type: string}",
                        "day: {type: string, format: date}",
                        "OrderCreate.day in requests has a narrower format"),
                arguments(
                        "day: {type: string}",
                        "day: {type: string, enum: [monday]}",
                        "OrderCreate.day in requests may not say anything any more"),
                arguments("maxLength: 7", "maxLength: 6", "OrderCreate.names.* in requests has a narrower maxLength"),
                arguments("required: [state]", "required: [state, day]", "OrderCreate.day in requests is required"),
                arguments("required: [state]", "required: [state, new]", "OrderCreate.new in requests is required"),
                arguments("day: {type: string}", "days: {type: string}", "OrderCreate.day in requests is gone"),
                arguments(
                        "required: [state]",
                        "additionalProperties: false",
                        "OrderCreate in requests takes no other fields any more"),
                arguments(STATES, "State: {type: string, enum: [here]}", "State in requests may not say gone any more"),
                arguments(
                        "day: {type: string}",
                        "day: {oneOf: [{type: string}]}",
                        "OrderCreate.day in requests has other variants"),
                arguments(
                        "day: {type: string}",
                        "day: {$ref: \"#/components/schemas/State\"}",
                        "OrderCreate.day in requests is another schema"));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(
                        "\"409\": {description: There is one}", "\"410\": {description: x}", "createOrder 409 is gone"),
                arguments(
                        "\"204\": {description: Gone}",
                        "\"204\": {description: Gone}\n        \"202\": {description: Later}",
                        "deleteOrder may answer 202"),
                arguments(
                        "\"204\": {description: Gone}",
                        "\"204\": {content: {text/plain: {schema: {type: string}}}}",
                        "deleteOrder 204 has a body"),
                arguments(
                        "\"200\": {content: {application/json",
                        "\"200\": {content: {text/json",
                        "listOrders 200 as application/json is gone"),
                arguments("Location:", "Place:", "createOrder 201 header Location is gone"),
                arguments(
                        "required: true, schema: {type: string}}}, content",
                        "schema: {type: string}}}, content",
                        "createOrder 201 header Location may be absent"),
                arguments("count: {", "counted: {", "Order.count in answers is gone"),
                arguments("count: {type: integer", "count: {type: string", "Order.count in answers may be string"),
                arguments(
                        "count: {type: integer",
                        "count: {type: [integer, \"null\"]",
                        "Order.count in answers may be null"),
                arguments("weight: {type: number}", "weight: {}", "Part.weight in answers may be anything"),
                arguments("maximum: 9", "maximum: 10", "Order.count in answers has a wider maximum"),
                arguments("maxItems: 5", "maxItems: 6", "Order.parts in answers has a wider maxItems"),
                arguments("required: [id, state]", "required: [id]", "Order.state in answers may be absent"),
                arguments(STATES, "State: {type: string, enum: [here, gone, lost]}", "State in answers may say lost"),
                arguments(STATES, "State: {type: string}", "State in answers may say anything"));
    }

    @ParameterizedTest
    @MethodSource
    void letsPassWhatBreaksNobody(String place, String other) throws IOException {
        assertThat(BreakingChanges.between(SmallContract.whole(), SmallContract.with(place, other)))
                .isEmpty();
    }

    static Stream<Arguments> letsPassWhatBreaksNobody() {
        return Stream.of(
                arguments("    delete:\n", "    get: {operationId: getOrder}\n    delete:\n"),
                arguments("day: {type: string}", "day: {type: string}\n        new: {type: string}"),
                arguments("count: {type", "new: {type: string}\n        count: {type"),
                arguments("required: [id, state]", "required: [id, state, count]"),
                arguments("required: [state]", "required: []"),
                arguments("maxLength: 100", "maxLength: 101"),
                arguments("maximum: 9", "maximum: 8"),
                arguments("day: {type: string}", "day: {type: [string, integer]}"),
                arguments("weight: {type: number}", "weight: {type: integer}"),
                arguments(ORIGINS, "Origin: {type: string, enum: [shop, mail, phone]}"),
                arguments("in: query,", "in: query, description: How many at most,"),
                arguments(
                        "  - {name: limit", "  - {name: new, in: query, schema: {type: string}}\n      - {name: limit"),
                arguments(
                        "\"409\": {description: There is one}",
                        "\"409\": {description: Other words}\n        \"422\": {description: Wrong}"),
                arguments("text/csv: {", "text/tsv: {schema: {type: string}}, text/csv: {"),
                arguments("security: [{bearer: []}]", "security: [{bearer: []}, {}]"),
                arguments("headers: {", "headers: {ETag: {schema: {type: string}}, "));
    }

    @Test
    void aWordThatClientsMustExpectIsABreakWhereTheyNeedNot() throws IOException {
        var before = SmallContract.with(
                "{$ref: \"#/components/schemas/Origin\", description: Clients must accept unknown values}",
                "{$ref: \"#/components/schemas/Origin\"}");
        var now = SmallContract.with(ORIGINS, "Origin: {type: string, enum: [shop, mail, phone]}");

        assertThat(BreakingChanges.between(before, now)).containsExactly("Origin in answers may say phone");
    }

    @Test
    void theSameContractBreaksNothing() throws IOException {
        assertThat(BreakingChanges.between(SmallContract.whole(), SmallContract.whole()))
                .isEmpty();
    }
}
