-- A template is written here before Meta knows it. What Meta later knows of it (versions, review, quality) gets tables
-- of its own; this row stays the draft its authors work on.
create table template (
    id           uuid primary key,
    tenant_id    uuid        not null references tenant,
    -- Byte order: pages of a list continue at the same place whatever the server's language.
    name         text        collate "C" not null check (name ~ '^[a-z0-9_]+$' and length(name) <= 512),
    language     text        collate "C" not null check (language ~ '^[a-z]{2,3}(_[A-Za-z0-9]{2,8}){0,2}$'),
    category     text        not null check (category in ('MARKETING', 'UTILITY', 'AUTHENTICATION')),
    components   jsonb       not null,
    -- SHA-256 of the components: tells whether two versions are the same.
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    state        text        not null check (state in ('DRAFT')),
    created_by   uuid        not null references app_user,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null,
    unique (tenant_id, name, language)
);
