-- Connectors pull readings on a schedule; push tokens bring those of their own KPIs.

create table connector (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  kind text not null check (kind in ('http-json', 'sql', 'prometheus', 'csv', 'github', 'gitlab', 'jira')),
  -- What is asked and where, without any secret.
  config jsonb not null,
  -- Sealed with a key that the database does not have; null when the source asks for none.
  secrets text,
  -- Who gave the secrets: somebody else's question may not be asked with them.
  secrets_by uuid,
  -- Null: only when somebody asks for it.
  schedule jsonb,
  -- How many complete periods are asked for again each time, because sources correct themselves.
  look_back smallint not null default 3 check (look_back between 1 and 100),
  -- Whether the period that has not ended is recorded too.
  running_period boolean not null default false,
  active boolean not null default true,
  -- Counts changes: what was asked under an older one is not recorded.
  version integer not null default 1,
  next_due timestamptz,
  -- The first day of the newest period that came: what was missed since is asked for.
  received_to date,
  last_success timestamptz,
  -- Since when it fails, and why; null once a run went well.
  failing_since timestamptz,
  fault text,
  author uuid,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id),
  foreign key (organisation, secrets_by) references person (organisation, id),
  foreign key (organisation, author) references person (organisation, id)
);
create unique index connector_of_kpi on connector (organisation, kpi) where removed_at is null;
create index connector_due on connector (next_due) where next_due is not null;
call belongs_to_organisation('connector', 'select, insert, update');
create policy round on connector for select using (current_setting('tandem.round', true) = 'on');

create table connector_run (
  organisation uuid not null,
  connector uuid not null,
  id uuid not null,
  trigger text not null check (trigger in ('schedule', 'asked', 'backfill')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  -- Who asked for it; null when the schedule did.
  asked_by uuid,
  -- The periods that were asked for, the first and the last; null until they are known.
  from_period text,
  to_period text,
  -- How many times it was begun. The number is also the fence: an attempt that lost its turn records nothing.
  attempt smallint not null default 0,
  -- When it may be taken up: while it waits for the next attempt, while it runs once its turn is lost.
  next_try timestamptz,
  created integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  kept integer not null default 0,
  unread integer not null default 0,
  -- What there is to say of it, in words.
  sentence text,
  -- Rows that could not be read, and readings that were kept against the source.
  findings jsonb not null default '{}',
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (organisation, connector, id),
  foreign key (organisation, connector) references connector (organisation, id),
  foreign key (organisation, asked_by) references person (organisation, id),
  check ((state in ('waiting', 'running')) = (next_try is not null))
);
create unique index connector_run_open on connector_run (organisation, connector) where state in ('waiting', 'running');
create index connector_run_due on connector_run (next_try) where next_try is not null;
call belongs_to_organisation('connector_run', 'select, insert, update');
create policy round on connector_run for select using (current_setting('tandem.round', true) = 'on');

-- What the source says where a person's reading stands; gone when both agree.
create table connector_kept (
  organisation uuid not null,
  connector uuid not null,
  starts date not null,
  period text not null,
  value double precision not null,
  numerator double precision,
  denominator double precision,
  note text,
  run uuid not null,
  primary key (organisation, connector, starts),
  foreign key (organisation, connector, run) references connector_run (organisation, connector, id)
);
call belongs_to_organisation('connector_kept', 'select, insert, update, delete');

create table allowed_host (
  organisation uuid not null references organisation (id),
  id uuid not null,
  host text not null,
  reason text not null,
  author uuid,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, author) references person (organisation, id)
);
create unique index allowed_host_host on allowed_host (organisation, host);
call belongs_to_organisation('allowed_host', 'select, insert, delete');

alter table api_token drop constraint api_token_scope_check;
alter table api_token add constraint api_token_scope_check check (scope in ('read', 'write', 'push'));

-- The KPIs that a push token brings readings of.
create table api_token_kpi (
  organisation uuid not null,
  token uuid not null,
  kpi uuid not null,
  primary key (organisation, token, kpi),
  foreign key (organisation, token) references api_token (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index api_token_kpi_kpi on api_token_kpi (organisation, kpi);
call belongs_to_organisation('api_token_kpi', 'select, insert');
