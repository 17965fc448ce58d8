-- The newest token of a grant, of which there may be thousands, is found by one step.
create index refresh_token_newest on refresh_token (grant_id, created_at desc);
drop index refresh_token_grant;

-- What is over long enough is deleted, the oldest first.
create index refresh_token_expiry on refresh_token (expires_at);
create index authorization_code_expiry on authorization_code (expires_at);
create index oauth_grant_end on oauth_grant (least(revoked_at, expires_at));
create index browser_session_end on browser_session (least(ended_at, expires_at));
