-- What a key result's KPI would have done by itself, as it was foreseen when the key result was frozen: at grading it is the counterfactual.
alter table key_result add column foreseen jsonb;
