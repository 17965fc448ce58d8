-- Counts are worth nothing after a crash: they need no log and cost no wait for the disk. Keys are SHA-256 in base64url.
create unlogged table limit_window (
    name    text not null,
    key     text not null,
    count   bigint not null,
    ends_at timestamptz not null,
    primary key (name, key)
);
create unlogged table failure_streak (
    key     text primary key,
    count   bigint not null,
    last_at timestamptz not null
);

create index client_never_used on client (created_at) where last_used_at is null;
