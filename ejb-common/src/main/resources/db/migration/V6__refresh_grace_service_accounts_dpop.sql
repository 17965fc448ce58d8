alter table refresh_token
    -- How often it was traded: more than once only within the grace after its first use.
    add uses integer not null default 0,
    -- RFC 9449 §5: the thumbprint of the key that must prove itself; null for a token that is bound to none.
    add dpop_jkt text;
-- RFC 9449 §10: the key that the authorization request announced.
alter table authorization_code add dpop_jkt text;

-- RFC 9449 §11.1: proofs seen within the time in which they would be good. Unlogged: a crash forgets them, which reopens a
-- window of a minute, and a call with a proof waits for no disk.
create unlogged table dpop_proof (
    jkt        text not null,
    jti_hash   text not null,
    expires_at timestamptz not null,
    primary key (jkt, jti_hash)
);
create index dpop_proof_expiry on dpop_proof (expires_at);

-- A tenant's program that acts by itself: a user nobody can sign in as, and the client with whose credentials it comes.
alter table app_user
    add service_account boolean not null default false,
    alter password_hash drop not null,
    add constraint service_account_has_no_password check (not service_account or password_hash is null);

create table service_account (
    id         uuid primary key,
    user_id    uuid not null unique references app_user,
    client_id  text not null unique references client,
    scopes     text not null,
    created_at timestamptz not null
);
