-- RFC 8628: what devices without a browser ask for, until a person decides about it in a browser. Both codes are hashes.
-- A row outlives its codes for as long as a token that came of it, so that the connection's end is known.
create table device_authorization (
    hash             text primary key,
    user_code_hash   text not null unique,
    client_id        text not null references client on delete cascade,
    scopes           text not null,
    resource         text not null,
    -- The thumbprint of the key that the device proved when it asked; null if it proved none.
    dpop_jkt         text,
    interval_seconds integer not null,
    last_polled_at   timestamptz,
    expires_at       timestamptz not null,
    refused_at       timestamptz,
    -- Set when a person allows it.
    grant_id         uuid references oauth_grant on delete cascade,
    consumed_at      timestamptz,
    check (grant_id is null or refused_at is null),
    check (consumed_at is null or grant_id is not null)
);
create index device_authorization_expiry on device_authorization (expires_at);
create index device_authorization_client on device_authorization (client_id);
create index device_authorization_grant on device_authorization (grant_id);
