-- Whether the person was asked. Only their answer is remembered, not what came of remembering it.
alter table oauth_grant add asked boolean not null default true;
update oauth_grant g set asked = false
where exists (select 1 from audit_event e where e.grant_id = g.id and e.type = 'CONSENT_REMEMBERED')
    or exists (select 1 from app_user u where u.id = g.user_id and u.service_account);
alter table oauth_grant alter asked drop default;
