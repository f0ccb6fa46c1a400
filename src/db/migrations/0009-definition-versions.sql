-- A KPI's unit may change although it has readings. Each reading and threshold stays as it was typed and keeps how long the unit was
-- that it was typed in; an era is a stretch of a KPI's versions whose units convert into each other, and only the present one is judged.

-- Seconds that one of a duration's unit lasts, 1 for every other unit: two values of one era compare by it.
alter table kpi
  add column era integer not null default 1,
  -- The first day of the present era; null for the first one, which reaches back as far as readings do.
  add column era_from date,
  add column unit_scale integer not null generated always as (
    case unit ->> 'unit' when 'minutes' then 60 when 'hours' then 3600 when 'days' then 86400
      when 'weeks' then 604800 when 'months' then 2629746 else 1 end) stored;
alter table kpi_version
  add column era integer not null default 1,
  add column era_from date,
  add column unit_scale integer not null generated always as (
    case facts -> 'unit' ->> 'unit' when 'minutes' then 60 when 'hours' then 3600 when 'days' then 86400
      when 'weeks' then 604800 when 'months' then 2629746 else 1 end) stored;
alter table reading
  add column era integer not null default 1,
  add column unit_scale integer not null default 1;
alter table threshold
  add column era integer not null default 1,
  add column unit_scale integer not null default 1;
-- The unit that the watched level is in.
alter table sustain_watch add column unit jsonb;

-- What is stored was typed in the present unit: until now it could not change. Forced policies would hide the rows from their owner.
alter table kpi no force row level security;
alter table reading no force row level security;
alter table threshold no force row level security;
alter table sustain_watch no force row level security;
update reading r set unit_scale = k.unit_scale from kpi k
  where k.organisation = r.organisation and k.id = r.kpi and k.unit_scale <> 1;
update threshold t set unit_scale = k.unit_scale from kpi k
  where k.organisation = t.organisation and k.id = t.kpi and k.unit_scale <> 1;
update sustain_watch w set unit = k.unit from kpi k where k.organisation = w.organisation and k.id = w.kpi;
alter table sustain_watch alter column unit set not null;
alter table kpi force row level security;
alter table reading force row level security;
alter table threshold force row level security;
alter table sustain_watch force row level security;
