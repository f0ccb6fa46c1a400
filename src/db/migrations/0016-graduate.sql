-- A key result can turn into a KPI, and what was carried over says where from, so that the link is read both ways.
alter table key_result drop constraint key_result_fate_check;
alter table key_result
  add constraint key_result_fate_check check (fate in ('keep the gain', 'turn into a KPI', 'carry over', 'drop')),
  add column carried_from uuid,
  add column graduated_to uuid,
  add foreign key (organisation, carried_from) references key_result (organisation, id),
  add foreign key (organisation, graduated_to) references kpi (organisation, id);
create index key_result_carried_from on key_result (organisation, carried_from) where carried_from is not null;
create index key_result_graduated_to on key_result (organisation, graduated_to) where graduated_to is not null;

-- Until now the way back was kept with the grade alone. Forced policies would hide the rows from their owner.
alter table key_result no force row level security;
update key_result k set carried_from = b.id from key_result b
  where b.organisation = k.organisation and b.grading #>> '{carriedTo,keyResult}' = k.id::text;
alter table key_result force row level security;
