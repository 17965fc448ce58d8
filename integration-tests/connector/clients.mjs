import { Client as Client2, StreamableHTTPClientTransport as Transport2, UnauthorizedError as Unauthorized2 } from '@modelcontextprotocol/client';
import { UnauthorizedError as Unauthorized1 } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Transport1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const IDENTITY = { name: 'connector-story', version: '1.0.0' };

/** The official clients, one for each era of the protocol. Where their interfaces differ, the difference is here. */
export const CLIENTS = {
  'sdk-1': {
    protocolVersion: '2025-11-25',
    Transport: Transport1,
    Unauthorized: Unauthorized1,
    create: () => new Client1(IDENTITY),
    finish: (transport, answer) => transport.finishAuth(answer.get('code')),
    negotiated: (_client, transport) => transport.protocolVersion,
  },
  'client-2': {
    protocolVersion: '2026-07-28',
    Transport: Transport2,
    Unauthorized: Unauthorized2,
    // As an application that meets servers of both eras; nothing forces the new one.
    create: () => new Client2(IDENTITY, { versionNegotiation: { mode: 'auto' } }),
    finish: (transport, answer) => transport.finishAuth(answer),
    negotiated: (client) => client.getNegotiatedProtocolVersion(),
  },
};
