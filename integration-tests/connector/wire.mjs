import { EventSourceParserStream } from 'eventsource-parser/stream';
import { appendFileSync } from 'node:fs';

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
    const exchange = {
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      headers: new Headers(init.headers),
      body: init.body === undefined ? undefined : String(init.body),
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
    };
    this.exchanges.push(exchange);
    if (this.transcript && exchange.path.endsWith('/mcp')) {
      this.#write(exchange, response.clone());
    }
    return response;
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
      .filter(({ method, path, headers }) => method === 'POST' && path.endsWith('/mcp') && headers.has('authorization'))
      .map(({ body, ...exchange }) => ({ ...exchange, message: JSON.parse(body) }));
  }

  /** What is sent stands before what comes back; an answer that is read no further ends where the client left. */
  async #write({ headers, body }, response) {
    const sent = body && JSON.parse(body);
    const version = headers.get('mcp-protocol-version') ?? sent?.params?.protocolVersion;
    const line = (entry) => appendFileSync(this.transcript, `${JSON.stringify({ version, ...entry })}\n`);
    if (sent) {
      line({ sent });
    }
    try {
      for await (const received of messagesOf(response)) {
        line({ received });
      }
    } catch (left) {
      line({ left: String(left) });
    }
  }
}

/** The JSON-RPC messages of an answer, as they come. */
export async function* messagesOf(response) {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const message = await response.json();
    // Who is refused before it is heard may be told so in another way than by JSON-RPC.
    if (response.ok || message.jsonrpc) {
      yield message;
    }
  } else if (type.startsWith('text/event-stream')) {
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    for await (const { data } of events) {
      if (data) {
        yield JSON.parse(data);
      }
    }
  }
}
