// The official JSON schemas of the protocol, by version, as one line of JSON. Those of 2025-03-26 and later the conformance
// suite carries and checks its own traffic with: they are in its bundle as object literals, one after the other, before the
// table that names them. That of 2024-11-05 is made of the types of the official SDK that spoke it and nothing newer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import * as types from 'sdk-of-2024-11-05/types.js';
import { zodToJsonSchema } from 'zod-to-json-schema';

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

assert.equal(types.LATEST_PROTOCOL_VERSION, '2024-11-05');
const named = Object.entries(types).filter(([name]) => name.endsWith('Schema'));
schemas['2024-11-05'] = zodToJsonSchema(types.JSONRPCMessageSchema, {
  // Only what zod calls strict refuses more than it names.
  removeAdditionalStrategy: 'strict',
  definitions: Object.fromEntries(named.map(([name, schema]) => [name.replace(/Schema$/, ''), schema])),
});
console.log(JSON.stringify(schemas));
