-- What the KPIs of a cycle's goals showed when it was closed: its report says so however their readings are corrected later.
alter table cycle add column kpis_at_close jsonb;
