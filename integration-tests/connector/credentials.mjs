import { randomUUID } from 'node:crypto';
import { seen } from './secrets.mjs';

/** What a client keeps about its connection; both official clients ask for the same (their OAuthClientProvider). */
export class Credentials {
  authorizationUrl;
  #discovery;
  #registration;
  #tokens;
  #verifier;
  #state = randomUUID();

  constructor(name, redirectUrl) {
    this.redirectUrl = redirectUrl;
    this.clientMetadata = {
      client_name: name,
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    };
  }

  state() {
    return this.#state;
  }

  clientInformation() {
    return this.#registration;
  }

  saveClientInformation(registration) {
    this.#registration = registration;
  }

  tokens() {
    return this.#tokens;
  }

  saveTokens(tokens) {
    this.#tokens = tokens;
  }

  codeVerifier() {
    return this.#verifier;
  }

  saveCodeVerifier(verifier) {
    seen(verifier);
    this.#verifier = verifier;
  }

  discoveryState() {
    return this.#discovery;
  }

  saveDiscoveryState(discovery) {
    this.#discovery = discovery;
  }

  redirectToAuthorization(url) {
    this.authorizationUrl = url;
  }

  /** As if it had expired: the server will refuse it, and only the server can tell. */
  spoilAccessToken() {
    this.#tokens = { ...this.#tokens, access_token: `${this.#tokens.access_token}spoilt` };
  }
}
