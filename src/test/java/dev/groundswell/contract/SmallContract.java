package dev.groundswell.contract;

import java.io.IOException;

/** A contract with one of each thing that can break. */
final class SmallContract {

    static final String TEXT = """
            openapi: 3.1.0
            servers:
            - url: /
            components:
              securitySchemes:
                bearer: {type: http, scheme: bearer}
              schemas:
                Order:
                  type: object
                  required: [id, state]
                  properties:
                    id: {type: string, maxLength: 20}
                    count: {type: integer, minimum: 0, maximum: 9}
                    state: {$ref: "#/components/schemas/State"}
                    origin: {$ref: "#/components/schemas/Origin", description: Clients must accept unknown values}
                    parts: {type: array, items: {$ref: "#/components/schemas/Part"}, maxItems: 5}
                OrderCreate:
                  type: object
                  required: [state]
                  properties:
                    state: {$ref: "#/components/schemas/State"}
                    origin: {$ref: "#/components/schemas/Origin"}
                    note: {type: [string, "null"], maxLength: 100}
                    day: {type: string}
                    names: {type: object, additionalProperties: {type: string, maxLength: 7}}
                Part:
                  type: object
                  properties:
                    part: {$ref: "#/components/schemas/Part"}
                    weight: {type: number}
                State: {type: string, enum: [here, gone]}
                Origin: {type: string, enum: [shop, mail]}
            paths:
              /orders:
                get:
                  operationId: listOrders
                  tags: [Orders]
                  security: []
                  parameters:
                  - {name: limit, in: query, schema: {type: integer, maximum: 100, default: 20}}
                  responses:
                    "200": {content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}
                post:
                  operationId: createOrder
                  tags: [Orders]
                  security: [{bearer: []}]
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/OrderCreate"}}, text/csv: {schema: {type: string}}}}
                  responses:
                    "201": {headers: {Location: {required: true, schema: {type: string}}}, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
                    "409": {description: There is one}
              /orders/{id}:
                delete:
                  operationId: deleteOrder
                  tags: [Orders]
                  security: [{bearer: []}]
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "204": {description: Gone}
            """;

    private SmallContract() {}

    static Description whole() throws IOException {
        return Description.of(TEXT);
    }

    /** With one text in place of another that is in it. */
    static Description with(String place, String other) throws IOException {
        if (!TEXT.contains(place)) {
            throw new IllegalArgumentException(place);
        }
        return Description.of(TEXT.replace(place, other));
    }
}
