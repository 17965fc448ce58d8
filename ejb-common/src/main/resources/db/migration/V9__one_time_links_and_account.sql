-- Who keeps the installation itself, not only a company on it.
alter table app_user add operator boolean not null default false;

-- What a person needs to recognise a session of theirs.
alter table browser_session
    add user_agent text not null default '',
    add address text not null default '';

-- Links that a person hands to another: opened as often as they like, used once.
create table one_time_link (
    id           uuid primary key,
    secret_hash  text not null unique,
    kind         text not null check (kind in ('SETUP', 'INVITATION', 'PASSWORD_RESET')),
    -- Who is invited, where to and as what.
    tenant_id    uuid references tenant,
    email        text check (email = lower(email)),
    role         text check (role in ('VIEWER', 'AUTHOR', 'OPERATOR', 'APPROVER', 'ADMINISTRATOR')),
    -- Whose password is reset.
    user_id      uuid references app_user,
    -- The administrator; the launcher makes setup links for nobody.
    created_by   uuid references app_user,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    check (kind <> 'SETUP' or (tenant_id is null and user_id is null and created_by is null)),
    check ((kind = 'INVITATION') = (email is not null and role is not null)),
    check (kind <> 'INVITATION' or (tenant_id is not null and user_id is null and created_by is not null)),
    check (kind <> 'PASSWORD_RESET' or (tenant_id is not null and user_id is not null and created_by is not null))
);
create index one_time_link_tenant on one_time_link (tenant_id);
create index one_time_link_user on one_time_link (user_id);
