-- The strategy that KPIs and objectives serve: a mission, and the pillars that it stands on, in the order of their importance.

alter table organisation add column mission text not null default '';

create table pillar (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  description text not null default '',
  position integer not null,
  created_at timestamptz not null,
  -- Kept beyond its removal, because the objectives of closed cycles are read as they were.
  removed_at timestamptz,
  primary key (organisation, id),
  -- KPIs and objectives name their pillar; files and imports do so too.
  unique (organisation, name),
  foreign key (organisation) references organisation (id)
);
create unique index pillar_name on pillar (organisation, lower(name));
call belongs_to_organisation('pillar', 'select, insert, update');

-- Until now a pillar was a text that anybody wrote: each becomes a pillar, in one spelling. Forced policies would hide the rows from their owner.
alter table kpi no force row level security;
alter table objective no force row level security;
alter table pillar no force row level security;
insert into pillar (organisation, id, name, position, created_at)
  select organisation, gen_random_uuid(), name, row_number() over (partition by organisation order by lower(name)) - 1, now()
  from (
    select organisation, min(pillar) as name
    from (select organisation, pillar from kpi union all select organisation, pillar from objective) named
    where pillar is not null group by organisation, lower(pillar)
  ) spelt;
update kpi k set pillar = p.name from pillar p
  where p.organisation = k.organisation and lower(p.name) = lower(k.pillar) and p.name <> k.pillar;
update objective o set pillar = p.name from pillar p
  where p.organisation = o.organisation and lower(p.name) = lower(o.pillar) and p.name <> o.pillar;

-- Checked at the end: a new name reaches the pillar and what carries it in one transaction. No cascade, because a database that is spread by
-- organisation has none over the key that it is spread by.
alter table kpi add foreign key (organisation, pillar) references pillar (organisation, name) deferrable initially deferred;
alter table objective add foreign key (organisation, pillar) references pillar (organisation, name) deferrable initially deferred;

alter table kpi force row level security;
alter table objective force row level security;
alter table pillar force row level security;
create index kpi_pillar on kpi (organisation, pillar) where pillar is not null;
create index objective_pillar on objective (organisation, pillar) where pillar is not null;
