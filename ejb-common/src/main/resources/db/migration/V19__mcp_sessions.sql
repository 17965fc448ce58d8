-- Sessions of older MCP clients, which a client begins anew when it is told that its own is gone: a crash may empty them.
create unlogged table mcp_session (
    id         uuid primary key,
    user_id    uuid not null,
    log_level  text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index mcp_session_user on mcp_session (user_id, created_at);
create index mcp_session_expires_at on mcp_session (expires_at);

-- Questions put to a client during a call, not what was asked; an answer stays until the call that waits takes it.
create unlogged table mcp_question (
    id         uuid primary key,
    session_id uuid not null references mcp_session on delete cascade,
    user_id    uuid not null,
    expires_at timestamptz not null,
    answer     text
);
create index mcp_question_session on mcp_question (session_id);
create index mcp_question_expires_at on mcp_question (expires_at);

create unlogged table mcp_subscription (
    session_id uuid not null references mcp_session on delete cascade,
    uri        text not null,
    primary key (session_id, uri)
);
create index mcp_subscription_uri on mcp_subscription (uri);
