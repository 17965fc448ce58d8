// Every feature of the server, used by an official client in one session; the server has what the conformance suite
// expects (see the fixture of the integration tests) and small pages. Prints the features that worked as one line of
// JSON; those that do not are told by a message each. What went over the wire is in the transcript.
//   SIAC_FEATURES_TOKEN=… node features.mjs --client=sdk-1|client-2 --mcp=URL --transcript=FILE
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CLIENTS } from './clients.mjs';
import { Credentials } from './credentials.mjs';
import { calls } from './features/calls.mjs';
import { changes } from './features/changes.mjs';
import { lists } from './features/lists.mjs';
import { tasks } from './features/tasks.mjs';
import { Wire } from './wire.mjs';

const { values: options } = parseArgs({
  options: { client: { type: 'string' }, mcp: { type: 'string' }, transcript: { type: 'string' } },
});
const kind = CLIENTS[options.client];
assert.ok(kind, `--client is one of ${Object.keys(CLIENTS).join(', ')}`);
const mcp = new URL(options.mcp);
const token = process.env.SIAC_FEATURES_TOKEN;
const authorization = `Bearer ${token}`;
const wire = Object.assign(new Wire(options.transcript), { mcp });

const capabilities = { elicitation: { form: {}, url: {} }, sampling: {}, roots: { listChanged: true } };
const client = kind.create({ capabilities });
const asked = [];
kind.answer(client, 'elicitation/create', ({ params }) => {
  asked.push(params.url ?? params.message);
  if (params.url) {
    return { action: 'accept' };
  }
  if (['decline', 'cancel'].includes(params.message)) {
    return { action: params.message };
  }
  const [field] = Object.keys(params.requestedSchema.properties);
  return { action: 'accept', content: { [field]: field === 'ok' ? true : 'Ana', email: 'ana@siac.test' } };
});
kind.answer(client, 'sampling/createMessage', ({ params }) => {
  asked.push(params.messages[0].content.text);
  return { role: 'assistant', model: 'test-model', content: { type: 'text', text: 'Paris' } };
});
kind.answer(client, 'roots/list', () => {
  asked.push('roots');
  return { roots: [{ uri: 'file:///work', name: 'Work' }] };
});
const heard = [];
for (const notification of [
  'notifications/message',
  'notifications/resources/updated',
  'notifications/resources/list_changed',
  'notifications/tools/list_changed',
  'notifications/prompts/list_changed',
]) {
  kind.hear(client, notification, ({ params }) => heard.push({ notification, params }));
}

const transport = new kind.Transport(mcp, { requestInit: { headers: { authorization } }, fetch: wire.fetch });
const call = (name, args = {}, more = {}) => kind.call(client, { name, arguments: args }, more);
const session = {
  client,
  kind,
  capabilities,
  transport,
  wire,
  call,
  asked,
  heard,
  stepUp,
  post,
  until,
  text: (result) => result.content[0].text,
  seen: async () => (await call('test_see_streams')).structuredContent,
  modern: kind.protocolVersion === '2026-07-28',
};

await client.connect(transport);
const features = {
  ...calls(session),
  ...lists(session),
  ...(session.modern ? tasks(session) : {}),
  ...changes(session),
};
const worked = [];
for (const [feature, use] of Object.entries(features)) {
  try {
    await use();
    worked.push(feature);
  } catch (failure) {
    console.error(`${feature}:`, failure);
    process.exitCode = 1;
  }
}
await client.close();
console.log(JSON.stringify({ protocolVersion: kind.negotiated(client, transport) ?? kind.protocolVersion, worked }));

async function until(what, condition) {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await new Promise(setImmediate)) {
    if (await condition()) {
      return;
    }
  }
  throw new Error(`${what}: heard ${JSON.stringify(heard)}`);
}

/** What a client that could ask for more does when its token lacks a scope: what it was told, and what it asks for. */
async function stepUp() {
  const other = new Wire(options.transcript);
  const credentials = new Credentials('Features', 'http://127.0.0.1:1/callback');
  credentials.saveTokens({ access_token: token, token_type: 'Bearer' });
  const asking = kind.create();
  await asking.connect(new kind.Transport(mcp, { authProvider: credentials, fetch: other.fetch }));
  const draft = { name: 'siac_save_template_draft', arguments: {} };
  await assert.rejects(kind.call(asking, draft), kind.Unauthorized);
  await asking.close();
  const { challenge } = other.exchanges.find(({ status }) => status === 403);
  return { challenge, scope: credentials.authorizationUrl.searchParams.get('scope') };
}

/** A request as it is, for what the client itself has no method for; its answer is plain JSON. */
async function post(request) {
  const { method, params } = request;
  const name = params.taskId ?? params.name;
  const headers = {
    authorization,
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    'mcp-protocol-version': kind.protocolVersion,
    'mcp-method': method,
    ...(name ? { 'mcp-name': name } : {}),
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: randomUUID(), ...request });
  const { result, error } = await (await wire.fetch(mcp, { method: 'POST', headers, body })).json();
  return error ? { kind: 'error', error } : { kind: 'result', result };
}
