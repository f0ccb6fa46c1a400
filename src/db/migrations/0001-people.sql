-- Organisations, people, teams and the ways in. Every table of a tenant is keyed by organisation first,
-- so that a distributed PostgreSQL can spread it, and forced row-level security keeps tenants apart
-- even when a query forgets its filter.

create function current_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tandem.organisation', true), '')::uuid $$;

create function current_user_account() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('tandem.user', true), '') $$;

-- Gives a table its tenant policy. The sub-select makes PostgreSQL read the setting once a query, not once a row.
create procedure belongs_to_organisation(t text, rights text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format('create policy tenant on %I using (organisation = (select current_organisation()))
                  with check (organisation = (select current_organisation()))', t);
  execute format('grant %s on %I to tandem_app', rights, t);
end $$;

create table organisation (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  year_starts_in smallint not null default 1 check (year_starts_in between 1 and 12),
  rule_set text not null default 'wheeler' check (rule_set in ('wheeler', 'nhs', 'western-electric', 'nelson')),
  on_track_from double precision not null default 0.9,
  behind_from double precision not null default 0.7,
  check_in_every text not null default 'weekly' check (check_in_every in ('weekly', 'fortnightly', 'monthly')),
  check_in_weekday smallint not null default 5 check (check_in_weekday between 1 and 7),
  check_in_grace_days smallint not null default 2 check (check_in_grace_days between 0 and 60),
  guardrail_caps_score boolean not null default false,
  sustain_periods smallint not null default 6 check (sustain_periods between 1 and 60),
  demo boolean not null default false,
  created_at timestamptz not null
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy own on organisation using (id = (select current_organisation()))
  with check (id = (select current_organisation()));
-- Jobs go through the organisations one by one; naming all of them is the one thing that crosses tenants, and it must be asked for.
create policy round on organisation for select using (current_setting('tandem.round', true) = 'on');
grant select, insert, update on organisation to tandem_app;

create table person (
  organisation uuid not null references organisation (id),
  id uuid not null,
  user_account text,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation, id)
);
create index person_name on person (organisation, lower(name), id);
create unique index person_email on person (organisation, lower(email));
create unique index person_user_account on person (user_account, organisation);
call belongs_to_organisation('person', 'select, insert, update');
-- Signing in has to find a user's organisations before one of them is current.
create policy self on person for select using (user_account = (select current_user_account()));

create table team (
  organisation uuid not null references organisation (id),
  id uuid not null,
  key text not null,
  name text not null,
  parent uuid,
  -- How often and on which day the team checks in; null for both: as the organisation does.
  check_in_every text check (check_in_every in ('weekly', 'fortnightly', 'monthly')),
  check_in_weekday smallint check (check_in_weekday between 1 and 7),
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((check_in_every is null) = (check_in_weekday is null)),
  primary key (organisation, id),
  foreign key (organisation, parent) references team (organisation, id)
);
create unique index team_key on team (organisation, key) where removed_at is null;
create index team_parent on team (organisation, parent);
call belongs_to_organisation('team', 'select, insert, update');

create table team_member (
  organisation uuid not null,
  team uuid not null,
  person uuid not null,
  lead boolean not null default false,
  primary key (organisation, team, person),
  foreign key (organisation, team) references team (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
create index team_member_person on team_member (organisation, person);
call belongs_to_organisation('team_member', 'select, insert, update, delete');

create table invitation (
  organisation uuid not null references organisation (id),
  id uuid not null,
  email text not null,
  name text not null,
  role text not null check (role in ('admin', 'member', 'viewer')),
  team uuid,
  secret_hash text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, team) references team (organisation, id),
  foreign key (organisation, invited_by) references person (organisation, id)
);
call belongs_to_organisation('invitation', 'select, insert, update');

create table api_token (
  organisation uuid not null references organisation (id),
  id uuid not null,
  person uuid not null,
  name text not null,
  scope text not null check (scope in ('read', 'write')),
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, person) references person (organisation, id)
);
call belongs_to_organisation('api_token', 'select, insert, update');

-- better-auth's own tables, apart in a schema that only its role reads.
create schema auth;
grant usage on schema auth to tandem_auth;
create table auth.account_holder (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  user_id text not null references auth.account_holder (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);
create table auth.account (
  id text primary key,
  user_id text not null references auth.account_holder (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_of_user on auth.account (user_id);
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create table auth.rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
grant select, insert, update, delete on all tables in schema auth to tandem_auth;

-- Which secret this database belongs to: a second process with another one would end every session and break the audit log.
create table installation (
  alone boolean primary key default true check (alone),
  secret_fingerprint text not null,
  created_at timestamptz not null default now()
);
