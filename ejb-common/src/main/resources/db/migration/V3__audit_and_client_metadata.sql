-- Lines refer to nothing, because they outlive what they name.
create table audit_event (
    id          bigint generated always as identity primary key,
    occurred_at timestamptz not null,
    type        text not null,
    tenant_id   uuid,
    user_id     uuid,
    client_id   text,
    grant_id    uuid,
    subject_id  text,
    address     text,
    detail      text
);
create index audit_event_tenant on audit_event (tenant_id, id desc);
create index audit_event_user on audit_event (user_id, id desc);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_event_is_append_only();

alter table client
    add source text not null default 'DYNAMIC' check (source in ('PREREGISTERED', 'DYNAMIC', 'METADATA_DOCUMENT')),
    -- The company whose administrator made it; null for those anybody may use.
    add tenant_id uuid references tenant,
    -- RFC 7591 §2: at most one of them.
    add jwks text,
    add jwks_uri text,
    add post_logout_redirect_uris text not null default '',
    add id_token_signed_response_alg text not null default 'RS256'
        check (id_token_signed_response_alg in ('ES256', 'RS256')),
    -- RFC 9126 §6.
    add require_pushed_authorization_requests boolean not null default false,
    -- RFC 9449 §5.2.
    add dpop_bound_access_tokens boolean not null default false,
    add registration_access_token_hash text,
    add last_used_at timestamptz,
    add disabled_at timestamptz,
    drop constraint client_check,
    add constraint client_secret check ((token_endpoint_auth_method like 'CLIENT_SECRET_%') = (secret_hash is not null)),
    add constraint client_keys check (jwks is null or jwks_uri is null);
alter table client alter source drop default;
create index client_tenant on client (tenant_id);
