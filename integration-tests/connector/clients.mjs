import {
  Client as Client2,
  LOG_LEVEL_META_KEY,
  StreamableHTTPClientTransport as Transport2,
  UnauthorizedError as Unauthorized2,
} from '@modelcontextprotocol/client';
import { UnauthorizedError as Unauthorized1 } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Transport1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import * as types1 from '@modelcontextprotocol/sdk/types.js';

const IDENTITY = { name: 'connector-story', version: '1.0.0' };

const SCHEMAS_1 = Object.values(types1).filter((schema) => schema?.shape?.method);
/** What the older client names a method by. */
const schema1 = (method) => SCHEMAS_1.find(({ shape }) => shape.method.value === method);

/** The official clients, one for each era of the protocol. Where their interfaces differ, the difference is here. */
export const CLIENTS = {
  'sdk-1': {
    protocolVersion: '2025-11-25',
    Transport: Transport1,
    Unauthorized: Unauthorized1,
    create: (options) => new Client1(IDENTITY, options),
    answer: (client, method, handler) => client.setRequestHandler(schema1(method), handler),
    hear: (client, method, handler) => client.setNotificationHandler(schema1(method), handler),
    call: (client, params, options) => client.callTool(params, undefined, options),
    hearLog: async (client, call) => {
      await client.setLoggingLevel('info');
      await call('test_tool_with_logging');
    },
    // The application turns the pages.
    pages: async (list, key) => {
      let page = await list();
      const entries = [...page[key]];
      while (page.nextCursor) {
        page = await list({ cursor: page.nextCursor });
        entries.push(...page[key]);
      }
      return entries;
    },
    finish: (transport, answer) => transport.finishAuth(answer.get('code')),
    negotiated: (_client, transport) => transport.protocolVersion,
  },
  'client-2': {
    protocolVersion: '2026-07-28',
    Transport: Transport2,
    Unauthorized: Unauthorized2,
    // As an application that meets servers of both eras; nothing forces the new one.
    create: (options) => new Client2(IDENTITY, { ...options, versionNegotiation: { mode: 'auto' } }),
    answer: (client, method, handler) => client.setRequestHandler(method, handler),
    hear: (client, method, handler) => client.setNotificationHandler(method, handler),
    call: (client, params, options) => client.callTool(params, options),
    hearLog: (client) =>
      client.callTool({ name: 'test_tool_with_logging', arguments: {}, _meta: { [LOG_LEVEL_META_KEY]: 'info' } }),
    // The client turns them.
    pages: async (list, key) => (await list())[key],
    finish: (transport, answer) => transport.finishAuth(answer),
    negotiated: (client) => client.getNegotiatedProtocolVersion(),
  },
};
