-- What a KPI will do if nothing changes, made whenever it is judged: the gap board asks all of them at once. Null where there is too little history.
alter table kpi_state add column forecast json;
-- The next turn of the day judges every KPI anew, and so makes the forecasts of those that are here already.
alter table kpi_state no force row level security;
update kpi_state set stale_from = least(stale_from, current_date - 1);
alter table kpi_state force row level security;
