-- Lines that are old enough may be forgotten; those of the last ninety days by nobody.
create or replace function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.occurred_at < now() - interval '90 days' then
        return old;
    end if;
    raise exception 'the audit log is append-only';
end $$;

-- Lines come in the order of time: this costs next to nothing when one is written.
create index audit_event_occurred on audit_event using brin (occurred_at);
