/** Every HTTP exchange of a client, in order: what it asked for and what it was answered. */
export class Wire {
  exchanges = [];

  /** A fetch for the client that keeps the record. */
  fetch = async (url, init = {}) => {
    const response = await fetch(url, init);
    this.exchanges.push({
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      headers: new Headers(init.headers),
      body: init.body === undefined ? undefined : String(init.body),
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
    });
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
      .filter(({ method, headers }) => method === 'POST' && headers.has('authorization'))
      .map(({ body, ...exchange }) => ({ ...exchange, message: JSON.parse(body) }));
  }
}
