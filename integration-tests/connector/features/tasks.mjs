import { createTaskSessionFromClient, resultFromTaskOutcome } from '@modelcontextprotocol/ext-tasks/client';
import assert from 'node:assert/strict';

const EXTENSION = 'io.modelcontextprotocol/tasks';

/** Work that goes on after its call was answered, by the official client of the extension, which validates what it gets. */
export const tasks = ({ client, kind, capabilities, post, text }) => ({
  tasks: async () => {
    const session = createTaskSessionFromClient(client, {
      endpointId: 'features',
      rawDispatch: (request) => post(request),
      v2RequestFraming: {
        protocolVersion: kind.protocolVersion,
        clientInfo: { name: 'features', version: '1.0.0' },
        clientCapabilities: { ...capabilities, extensions: { [EXTENSION]: {} } },
      },
      onInputRequest: async () => ({ action: 'accept', content: { confirm: true } }),
    });
    try {
      const immediate = await (await session.callTool('greet', { name: 'Ana' })).settle();
      assert.equal(text(resultFromTaskOutcome(immediate.outcome)), 'Hello, Ana!');
      const slow = await (await session.callTool('slow_compute', { seconds: 1 })).settle();
      assert.equal(text(resultFromTaskOutcome(slow.outcome)), 'Computed for 1 s');
      const asking = await (await session.callTool('confirm_delete', { filename: 'a.txt' })).settle();
      assert.equal(text(resultFromTaskOutcome(asking.outcome)), 'a.txt deleted');
    } finally {
      await session.close();
    }
  },
});
