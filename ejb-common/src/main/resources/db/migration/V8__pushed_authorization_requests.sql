-- RFC 9126: requests that clients pushed before they sent the browser. No reference to client: those that bring a
-- metadata document are stored only when a person let them in.
create table pushed_authorization_request (
    hash       text primary key,
    client_id  text not null,
    parameters text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    opened_at  timestamptz
);
create index pushed_authorization_request_expiry on pushed_authorization_request (expires_at);

-- A consent is remembered by the grants that came of it.
create index oauth_grant_remembered on oauth_grant (user_id, client_id) where revoked_at is null;
drop index oauth_grant_user;
