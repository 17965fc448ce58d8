-- Secrets (sessions, codes, tokens, client secrets) are kept as SHA-256 in base64url, never as they are.

create table tenant (
    id         uuid primary key,
    name       text not null,
    created_at timestamptz not null
);

create table app_user (
    id            uuid primary key,
    tenant_id     uuid not null references tenant,
    email         text not null unique check (email = lower(email)),
    name          text not null,
    role          text not null check (role in ('VIEWER', 'AUTHOR', 'OPERATOR', 'APPROVER', 'ADMINISTRATOR')),
    password_hash text not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);
create index app_user_tenant on app_user (tenant_id);

create table browser_session (
    id               uuid primary key,
    secret_hash      text not null unique,
    user_id          uuid not null references app_user,
    authenticated_at timestamptz not null,
    last_seen_at     timestamptz not null,
    expires_at       timestamptz not null,
    ended_at         timestamptz
);
create index browser_session_user on browser_session (user_id);

create table client (
    id                         text primary key,
    name                       text not null,
    application_type           text not null check (application_type in ('WEB', 'NATIVE')),
    redirect_uris              text not null,
    grant_types                text not null,
    scope                      text,
    token_endpoint_auth_method text not null,
    secret_hash                text,
    client_uri                 text,
    logo_uri                   text,
    policy_uri                 text,
    tos_uri                    text,
    software_id                text,
    software_version           text,
    created_at                 timestamptz not null,
    check ((token_endpoint_auth_method = 'NONE') = (secret_hash is null))
);

-- One act of consent. Codes and tokens die with their grant.
create table oauth_grant (
    id                uuid primary key,
    tenant_id         uuid not null references tenant,
    user_id           uuid not null references app_user,
    client_id         text not null references client,
    scopes            text not null,
    resource          text not null,
    authenticated_at  timestamptz not null,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    revoked_at        timestamptz,
    revocation_reason text,
    check ((revoked_at is null) = (revocation_reason is null))
);
create index oauth_grant_user on oauth_grant (user_id);
create index oauth_grant_client on oauth_grant (client_id);

create table authorization_code (
    hash           text primary key,
    grant_id       uuid not null references oauth_grant,
    redirect_uri   text not null,
    code_challenge text not null,
    nonce          text,
    expires_at     timestamptz not null,
    consumed_at    timestamptz
);
create index authorization_code_grant on authorization_code (grant_id);

create table refresh_token (
    hash        text primary key,
    grant_id    uuid not null references oauth_grant,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    consumed_at timestamptz
);
create index refresh_token_grant on refresh_token (grant_id);

create table signing_key (
    id          text primary key,
    algorithm   text not null check (algorithm in ('ES256', 'RS256')),
    public_jwk  text not null,
    -- A JWE (dir, A256GCM) under the installation's encryption key.
    private_jwk text not null,
    created_at  timestamptz not null
);
