import { createParser } from 'eventsource-parser';
import { appendFileSync } from 'node:fs';
import { seenByClient } from './secrets.mjs';

/** Every HTTP exchange of a client, in order: what it asked for and what it was answered. */
export class Wire {
  exchanges = [];

  /** @param transcript the file that gets every JSON-RPC message, each on a line of its own with the version it is of */
  constructor(transcript) {
    this.transcript = transcript;
  }

  /** A fetch for the client that keeps the record. */
  fetch = async (url, init = {}) => {
    const response = await fetch(url, init);
    await seenByClient(response);
    const exchange = {
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      headers: new Headers(init.headers),
      body: init.body === undefined ? undefined : String(init.body),
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
    };
    this.exchanges.push(exchange);
    return this.transcript && exchange.path === '/mcp' ? this.#written(exchange, response) : response;
  };

  find(method, path) {
    return this.exchanges.filter((exchange) => exchange.method === method && exchange.path === path);
  }

  /** The token requests of one grant. */
  tokenRequests(grantType) {
    return this.find('POST', '/oauth/token')
      .map((exchange) => ({ ...exchange, form: new URLSearchParams(exchange.body) }))
      .filter(({ form }) => form.get('grant_type') === grantType);
  }

  /** The JSON-RPC messages sent with a token. */
  messages() {
    return this.exchanges
      .filter(({ method, path, headers }) => method === 'POST' && path === '/mcp' && headers.has('authorization'))
      .map(({ body, ...exchange }) => ({ ...exchange, message: JSON.parse(body) }));
  }

  /** What is sent stands before what comes back, which is written down as the client reads it. */
  #written({ headers, body }, response) {
    const sent = body && JSON.parse(body);
    const version = headers.get('mcp-protocol-version') ?? sent?.params?.protocolVersion;
    const line = (entry) => appendFileSync(this.transcript, `${JSON.stringify({ version, ...entry })}\n`);
    if (sent) {
      line({ sent });
    }
    const heard = (received) => {
      // Who is refused before it is heard may be told so in another way than by JSON-RPC.
      if (response.ok || received.jsonrpc) {
        line({ received });
      }
    };
    return response.body ? new Response(response.body.pipeThrough(listening(response, heard)), response) : response;
  }
}

/** Lets a body pass, and tells of the JSON-RPC messages in it. */
function listening(response, heard) {
  const text = new TextDecoder();
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const events = createParser({ onEvent: ({ data }) => data && heard(JSON.parse(data)) });
    return new TransformStream({
      transform(chunk, passing) {
        events.feed(text.decode(chunk, { stream: true }));
        passing.enqueue(chunk);
      },
    });
  }
  let whole = '';
  return new TransformStream({
    transform(chunk, passing) {
      whole += text.decode(chunk, { stream: true });
      passing.enqueue(chunk);
    },
    flush() {
      if (whole && response.headers.get('content-type')?.startsWith('application/json')) {
        heard(JSON.parse(whole));
      }
    },
  });
}
