-- Who has acknowledged which version of a definition, and what is kept beside a KPI so that its fitness is measured without its readings.

create table acknowledgement (
  organisation uuid not null,
  kpi uuid not null,
  version integer not null,
  person uuid not null,
  at timestamptz not null,
  primary key (organisation, kpi, version, person),
  foreign key (organisation, kpi, version) references kpi_version (organisation, kpi, version),
  foreign key (organisation, person) references person (organisation, id)
);
create index acknowledgement_person on acknowledgement (organisation, person);
call belongs_to_organisation('acknowledgement', 'select, insert');

-- Written with kpi_state whenever a KPI is judged: the last readings of thousands of KPIs are too many to read for a page.
create table kpi_fitness (
  organisation uuid not null,
  kpi uuid not null,
  -- The first day of the newest period with a reading, and how it and the periods before it came in, a letter each (domain/fitness/arrivals.ts).
  newest date,
  arrivals text not null default '',
  -- How many equal values end the series, and how often neighbours were equal before.
  same_run integer not null,
  same_repeats integer not null,
  same_pairs integer not null,
  has_threshold boolean not null,
  -- What asks for a decision, and since when without a break.
  asks text check (asks in ('breach', 'signal', 'gap')),
  asks_since date,
  primary key (organisation, kpi),
  foreign key (organisation, kpi) references kpi (organisation, id),
  check ((asks is null) = (asks_since is null))
);
call belongs_to_organisation('kpi_fitness', 'select, insert, update');

alter table organisation add column kpis_per_owner smallint not null default 10 check (kpis_per_owner between 1 and 1000);

-- The next turn of a day judges every KPI once more, and so fills kpi_fitness for what was recorded before it was there.
alter table kpi_state no force row level security;
update kpi_state set stale_from = '1900-01-01';
alter table kpi_state force row level security;
