-- A company's own identity provider, whose assertions about the company's people are taken for their sign-in.
create table identity_provider (
    id         uuid primary key,
    tenant_id  uuid not null unique references tenant,
    -- An assertion names its issuer and nothing else: that must be one company's.
    issuer     text not null unique,
    jwks       text,
    jwks_uri   text,
    created_at timestamptz not null,
    check ((jwks is null) <> (jwks_uri is null))
);

-- Whom the provider means by a subject: an e-mail finds the person once, and is not asked again.
create table identity_subject (
    provider_id uuid not null references identity_provider on delete cascade,
    subject     text not null,
    user_id     uuid not null references app_user,
    bound_at    timestamptz not null,
    primary key (provider_id, subject),
    unique (provider_id, user_id)
);
create index identity_subject_user on identity_subject (user_id);

-- Grants that an identity provider gave and no person: each lasts as long as its only token.
alter table oauth_grant add asserted boolean not null default false;
create index oauth_grant_asserted on oauth_grant (tenant_id) where asserted;
