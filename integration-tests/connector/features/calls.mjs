import assert from 'node:assert/strict';

/** What tools do, and what can happen in a call. */
export const calls = ({ client, kind, transport, call, text, seen, asked, heard, until, wire, modern, stepUp }) => ({
  'server info, icon and instructions': async () => {
    assert.equal(client.getServerVersion().name, 'siac-assistant');
    assert.match(client.getServerVersion().icons[0].src, /^https?:/);
    assert.match(client.getInstructions(), /WhatsApp/);
    assert.equal(kind.negotiated(client, transport), kind.protocolVersion);
  },
  tools: async () => {
    const result = await call('siac_get_user_info');
    assert.ok(result.structuredContent.role);
  },
  'a refusal the model can act on': async () => {
    const result = await call('test_error_handling');
    assert.equal(result.isError, true);
    assert.equal(text(result), 'This tool intentionally returns an error for testing');
  },
  'an error of the protocol': () => assert.rejects(call('no_such_tool'), ({ code }) => code === -32602),
  'a step-up': async () => {
    const { challenge, scope } = await stepUp();
    assert.match(challenge, /error="insufficient_scope"/);
    // A client may ask for a refresh token besides.
    const asksFor = scope.split(' ').filter((one) => one !== 'offline_access');
    assert.deepEqual(asksFor.toSorted(), ['siac.templates.read', 'siac.templates.write']);
  },
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
    await until('three messages', () => heard.filter(({ notification }) => notification.endsWith('/message')).length === 3);
  },
  cancellation: async () => {
    const before = (await seen()).cancelled;
    const enough = new AbortController();
    const endless = call('test_tool_until_cancelled', {}, { signal: enough.signal, onprogress: () => enough.abort() });
    await assert.rejects(endless);
    await until('the server stops', async () => (await seen()).cancelled === before + 1);
  },
  elicitation: async () => assert.match(text(await call('test_elicitation', { message: 'Who are you?' })), /Ana/),
  'a person who declines': async () =>
    assert.match(text(await call('test_elicitation', { message: 'decline' })), /action=decline/),
  'a person who closes the form': async () =>
    assert.match(text(await call('test_elicitation', { message: 'cancel' })), /action=cancel/),
  'elicitation by a page': async () => {
    assert.equal(text(await call('test_elicitation_by_page')), 'The page was opened: accept');
    assert.ok(asked.includes('https://pay.siac.test/order/1'));
  },
  sampling: async () => assert.equal(text(await call('test_sampling', { prompt: 'Capital?' })), 'LLM response: Paris'),
  roots: async () => assert.match(text(await call('test_input_required_result_list_roots')), /file:\/\/\/work/),
  'several rounds': async () => {
    assert.equal(text(await call('test_input_required_result_multi_round')), 'Ana likes Ana');
    assert.ok(asked.includes('Step 2: What is your favorite color?'));
  },
  'several questions at once': async () =>
    assert.equal(text(await call('test_input_required_result_multiple_inputs')), 'Paris Ana'),
  ...(modern
    ? {
        'arguments in headers': async () => {
          await client.listTools();
          assert.equal(text(await call('test_param_headers', { region: 'sur', priority: 3 })), 'Routed to sur');
          const { headers } = wire.messages().findLast(({ message }) => message.params?.name === 'test_param_headers');
          assert.equal(headers.get('mcp-param-region'), 'sur');
          assert.equal(headers.get('mcp-param-priority'), '3');
        },
      }
    : {
        resumption: async () => {
          assert.equal(text(await call('test_reconnection')), 'Reconnection test completed successfully');
          assert.ok(wire.exchanges.some(({ method, headers }) => method === 'GET' && headers.has('last-event-id')));
        },
      }),
});
