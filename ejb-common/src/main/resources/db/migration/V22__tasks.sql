-- What goes on after its call was answered (MCP extension io.modelcontextprotocol/tasks): a handle to come back with.
create table task (
    id         uuid primary key,
    user_id    uuid not null references app_user,
    client_id  text not null,
    grant_id   uuid not null references oauth_grant on delete cascade,
    status     text not null check (status in ('WORKING', 'INPUT_REQUIRED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    request    text not null,
    result     text,
    error      text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null,
    -- A node works on it and says so again and again; what nobody holds any more is lost.
    held_until timestamptz not null
);
create index task_open_of_user on task (user_id) where status in ('WORKING', 'INPUT_REQUIRED');
create index task_held on task (held_until) where status = 'WORKING';
create index task_expiry on task (expires_at);
create index task_grant on task (grant_id);

-- What it asked, and was answered. A key is never used for another question of the same task.
create table task_question (
    id      uuid primary key,
    task_id uuid not null references task on delete cascade,
    number  integer not null,
    key     text not null,
    -- What the tool calls the question; it may ask again, under another key.
    name    text not null,
    method  text not null,
    params  text not null,
    answer  text,
    unique (task_id, key)
);
