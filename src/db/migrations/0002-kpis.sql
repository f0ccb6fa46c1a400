-- KPIs, their dated thresholds, readings, phases, annotations, and the row that the panel reads.

create table kpi (
  organisation uuid not null references organisation (id),
  id uuid not null,
  key text not null,
  name text not null,
  purpose text not null default '',
  definition text not null default '',
  owner uuid,
  team uuid,
  person uuid,
  labels text[] not null default '{}',
  unit jsonb not null,
  decimals smallint not null default 2 check (decimals between 0 and 10),
  direction text not null check (direction in ('higher', 'lower', 'within')),
  cadence text not null check (cadence in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
  adds_up text not null check (adds_up in ('sum', 'mean', 'last', 'min', 'max', 'ratio')),
  role text not null default 'output' check (role in ('input', 'output')),
  kind text not null default 'quantitative' check (kind in ('quantitative', 'qualitative')),
  pillar text,
  weight double precision not null default 1 check (weight >= 0),
  grace_days smallint not null default 3 check (grace_days between 0 and 366),
  -- A fanned-out KPI: the parent is computed from its children and takes no readings of its own.
  parent uuid,
  computed boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, owner) references person (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, team) references team (organisation, id),
  foreign key (organisation, parent) references kpi (organisation, id)
);
create unique index kpi_key on kpi (organisation, key);
create index kpi_parent on kpi (organisation, parent) where parent is not null;
call belongs_to_organisation('kpi', 'select, insert, update');

-- What the definition said from a day on; a change of it never rewrites the past.
create table kpi_version (
  organisation uuid not null,
  kpi uuid not null,
  version integer not null,
  valid_from date not null,
  facts jsonb not null,
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, kpi, version),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
call belongs_to_organisation('kpi_version', 'select, insert');

create table counter_metric (
  organisation uuid not null,
  kpi uuid not null,
  counter uuid not null,
  primary key (organisation, kpi, counter),
  foreign key (organisation, kpi) references kpi (organisation, id),
  foreign key (organisation, counter) references kpi (organisation, id),
  check (kpi <> counter)
);
call belongs_to_organisation('counter_metric', 'select, insert, delete');

-- Append-only: the newest revision of a day holds, the older ones stay readable.
create table threshold (
  organisation uuid not null,
  kpi uuid not null,
  valid_from date not null,
  revision integer not null,
  floor double precision,
  ceiling double precision,
  warning_floor double precision,
  warning_ceiling double precision,
  desired double precision,
  desired_by date,
  reason text,
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, kpi, valid_from, revision),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
call belongs_to_organisation('threshold', 'select, insert');

-- Append-only: the highest revision of a period is its value, a value of null withdraws it.
create table reading (
  organisation uuid not null,
  kpi uuid not null,
  starts date not null,
  revision integer not null,
  period text not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  source text not null check (source in ('typed', 'import', 'api', 'connector', 'formula', 'children')),
  note text,
  reason text,
  missing uuid[],
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, kpi, starts, revision),
  foreign key (organisation, kpi) references kpi (organisation, id)
) partition by hash (kpi);
do $$ begin
  for i in 0..15 loop
    execute format('create table reading_%s partition of reading for values with (modulus 16, remainder %s)', i, i);
  end loop;
end $$;
call belongs_to_organisation('reading', 'select, insert');

create table phase (
  organisation uuid not null,
  kpi uuid not null,
  id uuid not null,
  from_period text not null,
  -- Limits are locked on the periods from from_period to baseline_to; open while it is null and points still come.
  baseline_to text,
  reason text not null,
  author uuid,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index phase_kpi on phase (organisation, kpi);
call belongs_to_organisation('phase', 'select, insert, update');

create table annotation (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  from_period text not null,
  to_period text not null,
  note text not null,
  author uuid,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index annotation_kpi on annotation (organisation, kpi);
call belongs_to_organisation('annotation', 'select, insert, update');

-- What the panel and the gap board show of a KPI, written in the transaction of the reading: joining the
-- last 52 readings of every KPI on each request was measured at 15 to 30 times the cost.
create table kpi_state (
  organisation uuid not null,
  kpi uuid not null,
  newest_period text,
  newest_value double precision,
  status text not null,
  -- The first day on which this row would be wrong without any new reading: silence turns overdue, a period ends, a threshold begins.
  stale_from date,
  signal text,
  signal_sense text,
  capability text,
  level double precision,
  floor double precision,
  ceiling double precision,
  missing_children integer not null default 0,
  sparkline json not null,
  judgement json not null,
  judged_at timestamptz not null,
  primary key (organisation, kpi),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index kpi_state_stale on kpi_state (organisation, stale_from);
call belongs_to_organisation('kpi_state', 'select, insert, update');

create table gap_decision (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  kind text not null check (kind in ('write an OKR', 'quick fix', 'accept', 'change the threshold', 'repair the data')),
  reason text not null,
  until date,
  objective uuid,
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index gap_decision_kpi on gap_decision (organisation, kpi, recorded_at);
call belongs_to_organisation('gap_decision', 'select, insert');
