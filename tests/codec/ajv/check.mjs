// Holds the JSON Schema against ajv: reads the cases that make_cases.py prints.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const schema = JSON.parse(
  readFileSync(new URL("../../../src/iku/data/schema/dokumen-1.0.schema.json", import.meta.url)),
);
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
const cases = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const wrong = cases.filter(({ document, accepted }) => validate(document) !== accepted);
for (const { name } of wrong) console.error(`ajv and jsonschema differ: ${name}`);
console.log(`${cases.length - wrong.length} of ${cases.length} cases as expected`);
process.exit(wrong.length ? 1 : 0);
