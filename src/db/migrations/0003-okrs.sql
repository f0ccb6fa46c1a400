-- Cycles, objectives, key results, check-ins, grades and the sustain watch.

create table cycle (
  organisation uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('quarter', 'half-year', 'four-months', 'year', 'custom')),
  starts date not null,
  ends date not null,
  state text not null default 'planning' check (state in ('planning', 'active', 'grading', 'closed')),
  activated_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (organisation, id),
  check (starts <= ends)
);
create unique index cycle_name on cycle (organisation, name);
call belongs_to_organisation('cycle', 'select, insert, update');

create table objective (
  organisation uuid not null,
  id uuid not null,
  cycle uuid not null,
  title text not null,
  why text not null default '',
  owner uuid,
  team uuid,
  person uuid,
  commitment text not null check (commitment in ('committed', 'aspirational', 'learning')),
  state text not null default 'draft' check (state in ('draft', 'active', 'closed', 'dropped')),
  drop_reason text,
  weight double precision not null default 1 check (weight >= 0),
  pillar text,
  private boolean not null default false,
  -- The gap it came from: "this objective exists because of this gap".
  gap_kpi uuid,
  -- Stored, and written with each ancestor locked in a statement of its own: null means no progress, not 0.
  progress double precision,
  score double precision,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, cycle) references cycle (organisation, id),
  foreign key (organisation, owner) references person (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, team) references team (organisation, id),
  foreign key (organisation, gap_kpi) references kpi (organisation, id)
);
create index objective_cycle on objective (organisation, cycle);
create index objective_gap on objective (organisation, gap_kpi) where gap_kpi is not null;
call belongs_to_organisation('objective', 'select, insert, update');
alter table gap_decision add foreign key (organisation, objective) references objective (organisation, id);

create table objective_parent (
  organisation uuid not null,
  objective uuid not null,
  parent uuid not null,
  kind text not null check (kind in ('contributes to', 'supports')),
  weight double precision not null default 1 check (weight >= 0),
  primary key (organisation, objective, parent),
  foreign key (organisation, objective) references objective (organisation, id),
  foreign key (organisation, parent) references objective (organisation, id),
  check (objective <> parent)
);
create index objective_parent_parent on objective_parent (organisation, parent);
call belongs_to_organisation('objective_parent', 'select, insert, update, delete');

create table objective_viewer (
  organisation uuid not null,
  objective uuid not null,
  id uuid not null,
  person uuid,
  team uuid,
  primary key (organisation, id),
  foreign key (organisation, objective) references objective (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, team) references team (organisation, id),
  check ((person is null) <> (team is null))
);
create index objective_viewer_objective on objective_viewer (organisation, objective);
call belongs_to_organisation('objective_viewer', 'select, insert, delete');

create table objective_improves (
  organisation uuid not null,
  objective uuid not null,
  kpi uuid not null,
  primary key (organisation, objective, kpi),
  foreign key (organisation, objective) references objective (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index objective_improves_kpi on objective_improves (organisation, kpi);
call belongs_to_organisation('objective_improves', 'select, insert, delete');

create table key_result (
  organisation uuid not null,
  id uuid not null,
  objective uuid not null,
  position integer not null default 0,
  title text not null,
  owner uuid,
  weight double precision not null default 1 check (weight >= 0),
  deadline date not null,
  measure jsonb not null,
  unit jsonb not null,
  decimals smallint not null default 2,
  -- A phased plan: [{day, expected}], null for a straight line.
  plan jsonb,
  kpi uuid,
  -- The key result as it was written when the cycle was activated.
  frozen jsonb,
  current double precision,
  current_day date,
  progress double precision,
  confidence smallint check (confidence between 0 and 10),
  last_check_in date,
  outdated_since date,
  dropped_at timestamptz,
  drop_reason text,
  suggested_score double precision check (suggested_score between 0 and 1),
  score double precision check (score between 0 and 1),
  score_reason text,
  explanation text,
  fate text check (fate in ('keep the gain', 'carry over', 'drop')),
  lesson text,
  grading jsonb,
  graded_by uuid,
  graded_at timestamptz,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, objective) references objective (organisation, id),
  foreign key (organisation, owner) references person (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index key_result_objective on key_result (organisation, objective);
create index key_result_kpi on key_result (organisation, kpi) where kpi is not null;
create index key_result_owner on key_result (organisation, owner);
call belongs_to_organisation('key_result', 'select, insert, update');

create table guardrail (
  organisation uuid not null,
  key_result uuid not null,
  kpi uuid not null,
  primary key (organisation, key_result, kpi),
  foreign key (organisation, key_result) references key_result (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index guardrail_kpi on guardrail (organisation, kpi);
call belongs_to_organisation('guardrail', 'select, insert, delete');

-- Append-only; the latest is the one about the latest day, then the one recorded last.
create table check_in (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  day date not null,
  value double precision,
  -- What a measure without a single number reports: steps done, a good or bad period, done or not.
  report jsonb,
  progress double precision,
  -- Null on a late one: odds are not asked for once the outcome is there.
  confidence smallint check (confidence between 0 and 10),
  changed text not null default '',
  blocks text not null default '',
  needs text not null default '',
  late boolean not null default false,
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, key_result) references key_result (organisation, id)
);
create index check_in_key_result on check_in (organisation, key_result, day, recorded_at);
call belongs_to_organisation('check_in', 'select, insert');

create table moved_goalpost (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  reason text not null,
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, key_result) references key_result (organisation, id)
);
create index moved_goalpost_key_result on moved_goalpost (organisation, key_result);
call belongs_to_organisation('moved_goalpost', 'select, insert');

create table sustain_watch (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  kpi uuid not null,
  level double precision not null,
  direction text not null check (direction in ('higher', 'lower')),
  from_period text not null,
  periods integer not null check (periods between 1 and 60),
  state text not null default 'watching' check (state in ('watching', 'held', 'lost')),
  good integer not null default 0,
  seen integer not null default 0,
  decided_period text,
  -- The limits and values that the judgement used, so that it can be asked why.
  evidence jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, key_result) references key_result (organisation, id),
  foreign key (organisation, kpi) references kpi (organisation, id)
);
create index sustain_watch_kpi on sustain_watch (organisation, kpi);
create index sustain_watch_key_result on sustain_watch (organisation, key_result);
call belongs_to_organisation('sustain_watch', 'select, insert, update');
