-- Formulas over other KPIs, what they read, the links of the driver tree, and what waits to be computed anew.

-- The present formula; what it was before stands in kpi_version. feeds says whether a formula reads this KPI: a write of one that
-- feeds none asks for nothing more.
alter table kpi add column formula text;
alter table kpi add column feeds boolean not null default false;

-- Everything that a formula of a KPI reads, also by a formula that still holds for earlier periods.
create table kpi_input (
  organisation uuid not null,
  kpi uuid not null,
  input uuid not null,
  primary key (organisation, kpi, input),
  foreign key (organisation, kpi) references kpi (organisation, id),
  foreign key (organisation, input) references kpi (organisation, id),
  check (kpi <> input)
);
create index kpi_input_input on kpi_input (organisation, input);
call belongs_to_organisation('kpi_input', 'select, insert, delete');

-- An input that should move an output, by somebody's word and not by arithmetic.
create table driver (
  organisation uuid not null,
  input uuid not null,
  output uuid not null,
  note text not null default '',
  author uuid,
  recorded_at timestamptz not null,
  primary key (organisation, output, input),
  foreign key (organisation, input) references kpi (organisation, id),
  foreign key (organisation, output) references kpi (organisation, id),
  foreign key (organisation, author) references person (organisation, id),
  check (input <> output)
);
create index driver_input on driver (organisation, input);
call belongs_to_organisation('driver', 'select, insert, update, delete');

-- KPIs that wait to be computed anew because an input changed between two days: written with the change when more depends on it
-- than one transaction should compute, and swept by a job.
create table recompute_backlog (
  organisation uuid not null,
  kpi uuid not null,
  input uuid not null,
  first date not null,
  last date not null,
  marked_at timestamptz not null,
  primary key (organisation, kpi, input),
  foreign key (organisation, kpi) references kpi (organisation, id),
  foreign key (organisation, input) references kpi (organisation, id)
);
create index recompute_backlog_marked on recompute_backlog (organisation, marked_at);
call belongs_to_organisation('recompute_backlog', 'select, insert, update, delete');
