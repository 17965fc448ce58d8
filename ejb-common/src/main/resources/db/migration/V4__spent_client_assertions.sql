-- RFC 7523 §3: an assertion by which a client authenticates is accepted once, until it would expire anyway.
create table client_assertion (
    client_id  text not null,
    jti        text not null,
    expires_at timestamptz not null,
    primary key (client_id, jti)
);
create index client_assertion_expiry on client_assertion (expires_at);

-- The keys last read at a client's jwks_uri, for when their host does not answer.
create table client_keys (
    jwks_uri   text primary key,
    jwks       text not null,
    fetched_at timestamptz not null
);
