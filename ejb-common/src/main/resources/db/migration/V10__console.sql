-- A company whose people can no longer sign in and whose tokens are refused.
alter table tenant add disabled_at timestamptz;

-- What belongs to a grant goes with it, when the grant of a deleted client is deleted.
alter table authorization_code
    drop constraint authorization_code_grant_id_fkey,
    add constraint authorization_code_grant_id_fkey foreign key (grant_id) references oauth_grant on delete cascade;
alter table refresh_token
    drop constraint refresh_token_grant_id_fkey,
    add constraint refresh_token_grant_id_fkey foreign key (grant_id) references oauth_grant on delete cascade;

create index oauth_grant_tenant on oauth_grant (tenant_id);
-- The installation's own lines belong to no company.
create index audit_event_installation on audit_event (id desc) where tenant_id is null;
