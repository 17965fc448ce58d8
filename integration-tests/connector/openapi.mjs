// Whether the file of the first argument is a valid OpenAPI document, as one line of JSON: its schema is obeyed, and every
// reference leads somewhere.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { valid, errors } = await validator.validate(document);
if (valid) {
  validator.resolveRefs();
}
console.log(JSON.stringify({ valid, version: validator.version, errors }));
