-- What was sent on the streams of older MCP clients' calls, for those who lose a connection: kept for minutes.
create unlogged table mcp_stream (
    id         uuid primary key,
    session_id uuid not null references mcp_session on delete cascade,
    expires_at timestamptz not null
);
create index mcp_stream_session on mcp_stream (session_id);
create index mcp_stream_expires_at on mcp_stream (expires_at);

create unlogged table mcp_event (
    stream_id uuid not null references mcp_stream on delete cascade,
    number    integer not null,
    message   text not null,
    is_last   boolean not null,
    primary key (stream_id, number)
);
