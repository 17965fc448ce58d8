-- Why the operator blocked a client for the whole installation; a client that a company's administrator disabled has none.
alter table client add disabled_reason text check (disabled_reason is null or disabled_at is not null);
