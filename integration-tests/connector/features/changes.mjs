import assert from 'node:assert/strict';

const URI = 'test://watched-resource';
const UPDATED = 'notifications/resources/updated';

/** What a client hears of without having asked just then. */
export const changes = ({ client, transport, call, text, heard, until, modern, wire }) => {
  const times = (notification) => heard.filter((one) => one.notification === notification).length;
  const hears = async (tool, notification, args) => {
    const before = times(notification);
    await call(tool, args);
    await until(notification, () => times(notification) > before);
  };
  return {
    'changed lists': async () => {
      const filter = { toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true };
      const subscription = modern && (await client.listen(filter));
      await hears('test_trigger_tool_change', 'notifications/tools/list_changed');
      await hears('test_trigger_prompt_change', 'notifications/prompts/list_changed');
      await hears('test_trigger_resource_change', 'notifications/resources/list_changed');
      await (modern && subscription.close());
    },
    'resource updates': async () => {
      const subscription = modern
        ? await client.listen({ resourceSubscriptions: [URI] })
        : await client.subscribeResource({ uri: URI });
      await hears('test_update_resource', UPDATED, { uri: URI });
      await (modern ? subscription.close() : client.unsubscribeResource({ uri: URI }));
    },
    'the end of resource updates': async () => {
      const before = times(UPDATED);
      const subscription = modern && (await client.listen({ toolsListChanged: true }));
      await call('test_update_resource', { uri: URI });
      // What is heard now was said later.
      await hears('test_trigger_tool_change', 'notifications/tools/list_changed');
      assert.equal(times(UPDATED), before);
      await (modern && subscription.close());
    },
    ...(modern
      ? {}
      : {
          ping: () => client.ping(),
          'end of the session': async () => {
            const { sessionId } = transport;
            assert.ok(sessionId);
            await transport.terminateSession();
            assert.equal(wire.exchanges.at(-1).method, 'DELETE');
            const gone = await fetchAgain(wire, sessionId);
            assert.equal(gone.status, 404);
            assert.equal((await gone.json()).error.code, -32001);
          },
        }),
  };
};

/** The last message of the session, once more. */
function fetchAgain(wire, sessionId) {
  const { headers, body } = wire.exchanges.findLast(({ method }) => method === 'POST');
  assert.equal(headers.get('mcp-session-id'), sessionId);
  return fetch(wire.mcp, { method: 'POST', headers, body });
}
