const PROBLEM = "#/components/schemas/Problem";

const lookup = (document, ref) => ref.slice(2).split("/").reduce((node, key) => node?.[key], document);

const typesOf = (schema) => [schema.type ?? []].flat();

/** Null beside a reference or an enum: by type, by `nullable`, as a word of the enum, or as another choice. */
export function refWithoutNull(schema) {
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].flat().filter(Boolean);
  const named = schema.$ref || schema.enum || choices.some((choice) => choice.$ref || choice.enum);
  const nullable =
    schema.nullable ||
    typesOf(schema).includes("null") ||
    schema.enum?.includes(null) ||
    choices.some((choice) => typesOf(choice).includes("null"));
  return named && nullable ? [{ message: "is nullable" }] : [];
}

export function problem(response, _, { document }) {
  const content = (response.$ref ? lookup(document.data, response.$ref) : response)?.content ?? {};
  const right = Object.keys(content).join() === "application/problem+json";
  return right && content["application/problem+json"].schema?.$ref === PROBLEM ? [] : [{ message: "is no problem" }];
}

export function exampled(content) {
  return content.example !== undefined || Object.keys(content.examples ?? {}).length > 0 ? [] : [{ message: "has no example" }];
}

/** Everything inside that has no end. */
export function bounded(schema, _, { path }) {
  const endless = [];
  const visit = (each, where) => {
    if (!each || each.$ref) return;
    const say = (message) => endless.push({ message, path: where });
    const has = (...words) => words.every((word) => each[word] !== undefined);
    const closed = has("enum") || has("const") || has("format");
    for (const type of typesOf(each)) {
      if (type === "string" && !closed && !has("maxLength")) say("A text has a maxLength");
      if (type === "array" && !has("maxItems")) say("A list has maxItems");
      if (type === "integer" && !has("minimum", "maximum")) say("A whole number has a minimum and a maximum");
      if (type === "number" && !closed && !has("minimum", "maximum")) say("A number has a format, or a minimum and a maximum");
      if (type === "object" && each.additionalProperties && !has("maxProperties")) say("A map has maxProperties");
    }
    for (const [name, property] of Object.entries(each.properties ?? {})) visit(property, [...where, "properties", name]);
    for (const word of ["items", "additionalProperties"]) if (typeof each[word] === "object") visit(each[word], [...where, word]);
    for (const word of ["anyOf", "oneOf", "allOf"]) each[word]?.forEach((choice, i) => visit(choice, [...where, word, i]));
  };
  visit(schema, [...path]);
  return endless;
}
