// Every feature of the server, used by an official client in one session; the server has what the conformance suite
// expects (see the fixture of the integration tests). Prints the features that worked as one line of JSON; the first that
// does not ends it with a message.
//   SIAC_FEATURES_TOKEN=… node features.mjs --client=sdk-1|client-2 --mcp=URL
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { CLIENTS } from './clients.mjs';

const { values: options } = parseArgs({ options: { client: { type: 'string' }, mcp: { type: 'string' } } });
const kind = CLIENTS[options.client];
assert.ok(kind, `--client is one of ${Object.keys(CLIENTS).join(', ')}`);

const capabilities = { elicitation: {}, sampling: {}, roots: { listChanged: true } };
const client = kind.create({ capabilities });
const asked = [];
kind.answer(client, 'elicitation/create', ({ params }) => {
  asked.push(params.message);
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
  'notifications/tools/list_changed',
  'notifications/prompts/list_changed',
]) {
  kind.hear(client, notification, ({ params }) => heard.push({ notification, params }));
}
const until = async (what, condition) => {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await new Promise(setImmediate)) {
    if (condition()) {
      return;
    }
  }
  throw new Error(`${what}: heard ${JSON.stringify(heard)}`);
};
const text = (result) => result.content[0].text;
const call = (name, args = {}, more = {}) => kind.call(client, { name, arguments: args }, more);
const modern = kind.protocolVersion === '2026-07-28';

/** By feature; some are of one era alone. */
const FEATURES = {
  'server info and instructions': async () => {
    assert.equal(client.getServerVersion().name, 'siac-assistant');
    assert.match(client.getInstructions(), /WhatsApp/);
    assert.equal(kind.negotiated(client, transport), kind.protocolVersion);
  },
  tools: async () => {
    const { tools } = await client.listTools();
    assert.ok(tools.find(({ name }) => name === 'siac_get_user_info').outputSchema);
    const result = await call('siac_get_user_info');
    assert.ok(result.structuredContent.role);
  },
  'a refusal the model can act on': async () => {
    const result = await call('test_error_handling');
    assert.equal(result.isError, true);
    assert.equal(text(result), 'This tool intentionally returns an error for testing');
  },
  'an error of the protocol': () => assert.rejects(call('no_such_tool'), ({ code }) => code === -32602),
  'content of every type': async () => {
    const { content } = await call('test_multiple_content_types');
    assert.deepEqual(content.map(({ type }) => type), ['text', 'image', 'resource']);
    assert.equal((await call('test_audio_content')).content[0].type, 'audio');
  },
  progress: async () => {
    const steps = [];
    await call('test_tool_with_progress', {}, { onprogress: ({ progress }) => steps.push(progress) });
    assert.deepEqual(steps, [0, 50, 100]);
  },
  log: async () => {
    await kind.hearLog(client, call);
    await until('three messages', () => heard.filter(({ notification }) => notification.endsWith('/message')).length >= 3);
  },
  cancellation: async () => {
    const enough = new AbortController();
    const endless = call('test_tool_until_cancelled', {}, { signal: enough.signal, onprogress: () => enough.abort() });
    await assert.rejects(endless);
  },
  elicitation: async () => assert.match(text(await call('test_elicitation', { message: 'Who are you?' })), /Ana/),
  sampling: async () => assert.equal(text(await call('test_sampling', { prompt: 'Capital?' })), 'LLM response: Paris'),
  roots: async () => assert.match(text(await call('test_input_required_result_list_roots')), /file:\/\/\/work/),
  'several rounds': async () => {
    assert.equal(text(await call('test_input_required_result_multi_round')), 'Ana likes Ana');
    assert.ok(asked.includes('Step 2: What is your favorite color?'));
  },
  'several questions at once': async () =>
    assert.equal(text(await call('test_input_required_result_multiple_inputs')), 'Paris Ana'),
  resources: async () => {
    const { resources } = await client.listResources();
    assert.ok(resources.some(({ uri }) => uri === 'test://static-text'));
    const [content] = (await client.readResource({ uri: 'test://static-text' })).contents;
    assert.equal(content.text, 'This is the content of the static text resource.');
    const [image] = (await client.readResource({ uri: 'test://static-binary' })).contents;
    assert.ok(image.blob);
  },
  'resource templates': async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    assert.ok(resourceTemplates.some(({ uriTemplate }) => uriTemplate === 'test://template/{id}/data'));
    const [content] = (await client.readResource({ uri: 'test://template/123/data' })).contents;
    assert.equal(JSON.parse(content.text).id, '123');
  },
  prompts: async () => {
    const { prompts } = await client.listPrompts();
    assert.ok(prompts.some(({ name }) => name === 'test_prompt_with_arguments'));
    const { messages } = await client.getPrompt({
      name: 'test_prompt_with_arguments',
      arguments: { arg1: 'hello', arg2: 'world' },
    });
    assert.equal(messages[0].content.text, "Prompt with arguments: arg1='hello', arg2='world'");
  },
  'a prompt that asks': async () => {
    const { messages } = await client.getPrompt({ name: 'test_input_required_result_prompt' });
    assert.equal(messages[0].content.text, 'Prompt with context: Ana');
  },
  completion: async () => {
    const { completion } = await client.complete({
      ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' },
      argument: { name: 'arg1', value: 'par' },
    });
    assert.ok(Array.isArray(completion.values));
  },
  'resource updates and changed lists': async () => {
    const uri = 'test://watched-resource';
    const subscription = modern
      ? await client.listen({ toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: [uri] })
      : await client.subscribeResource({ uri });
    for (const [tool, notification, args] of [
      ['test_trigger_tool_change', 'notifications/tools/list_changed'],
      ['test_trigger_prompt_change', 'notifications/prompts/list_changed'],
      ['test_update_resource', 'notifications/resources/updated', { uri }],
    ]) {
      await call(tool, args);
      await until(notification, () => heard.some((one) => one.notification === notification));
    }
    await (modern ? subscription.close() : client.unsubscribeResource({ uri }));
  },
  ...(modern ? {} : { ping: () => client.ping(), 'end of the session': () => transport.terminateSession() }),
};

const headers = { authorization: `Bearer ${process.env.SIAC_FEATURES_TOKEN}` };
const transport = new kind.Transport(new URL(options.mcp), { requestInit: { headers } });
await client.connect(transport);
const worked = [];
for (const [feature, use] of Object.entries(FEATURES)) {
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
