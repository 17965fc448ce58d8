-- A key is published before it signs, signs until a later one does, and is retired when nothing it signed can be alive.
alter table signing_key
    add column signs_from timestamptz,
    add column retired_at timestamptz;

update signing_key set signs_from = created_at;

alter table signing_key
    alter column signs_from set not null,
    -- Nobody needs it any more when the key is retired.
    alter column private_jwk drop not null,
    add constraint a_key_in_use_can_sign check (retired_at is not null or private_jwk is not null);
