// The official JSON schemas of the protocol, by version, as one line of JSON: those the conformance suite carries and
// checks its own traffic with. They are in its bundle as object literals, one after the other, before the table that
// names them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const bundle = readFileSync(new URL('node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url), 'utf8');
const first = bundle.search(/\w+=\{\$schema:`[^`]*`,definitions:\{Annotations:/);
const table = /;const \w+=\{("2025-03-26":\w+,"2025-06-18":\w+,"2025-11-25":\w+),\[\w+\]:(\w+)\}/.exec(bundle);
assert.ok(first > 0 && table.index > first, 'the schemas are where they were');
const schemas = runInNewContext(`const ${bundle.slice(first, table.index)};({${table[1]},"2026-07-28":${table[2]}})`);

// The released files say integer where schema.ts, their source, says number (modelcontextprotocol#2710).
for (const { definitions, $defs } of [schemas['2025-06-18'], schemas['2025-11-25']]) {
  for (const bound of ['minimum', 'maximum', 'default']) {
    const property = (definitions ?? $defs).NumberSchema.properties[bound];
    if (property) {
      property.type = 'number';
    }
  }
}
console.log(JSON.stringify(schemas));
