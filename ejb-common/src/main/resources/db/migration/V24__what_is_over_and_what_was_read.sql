-- When the document that describes the client was read: of two copies the later one counts, whichever node has it.
alter table client add document_read_at timestamptz;

-- What was stopped lately to protect a person: their page asks at each view, and most grants live.
create index oauth_grant_revoked on oauth_grant (user_id, revoked_at) where revoked_at is not null;

-- Counts that are over are deleted in batches, the oldest first.
create index limit_window_end on limit_window (ends_at);
create index failure_streak_last on failure_streak (last_at);
