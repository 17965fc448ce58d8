-- What somebody commands on the command line. One node does it and answers, in one transaction.
create table operator_command (
    id         uuid primary key,
    name       text not null check (length(name) <= 64),
    arguments  jsonb not null check (jsonb_typeof(arguments) = 'object' and octet_length(arguments::text) <= 4096),
    created_at timestamptz not null,
    -- From then on nobody does it any more, because nobody waits for it.
    expires_at timestamptz not null check (expires_at <= created_at + interval '1 minute'),
    done       boolean,
    -- Lines for the person, each a list of cells; if it was not done, one that says why.
    answer     jsonb,
    check ((done is null) = (answer is null))
);

-- A password reset that was started on the command line was made by nobody of the company.
alter table one_time_link
    drop constraint one_time_link_check3,
    add constraint a_password_reset_is_for_somebody
        check (kind <> 'PASSWORD_RESET' or (tenant_id is not null and user_id is not null));
