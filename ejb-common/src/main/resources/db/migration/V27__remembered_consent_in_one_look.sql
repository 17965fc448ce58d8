-- Consent is remembered by the grant for which a person was asked. Each grant made from it is of the same person and
-- client: without the third column all of them are read to find the one.
create index oauth_grant_asked on oauth_grant (user_id, client_id, asked) where revoked_at is null;
drop index oauth_grant_remembered;
