-- What the migrations make, for reading. Written by `npm test -- src/db/schema.test.ts` with UPDATE=1.

create table public.acknowledgement (
  organisation uuid not null,
  kpi uuid not null,
  version integer not null,
  person uuid not null,
  at timestamp with time zone not null,
  constraint acknowledgement_pkey PRIMARY KEY (organisation, kpi, version, person),
  constraint acknowledgement_organisation_kpi_version_fkey FOREIGN KEY (organisation, kpi, version) REFERENCES kpi_version(organisation, kpi, version),
  constraint acknowledgement_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id)
);
CREATE INDEX acknowledgement_person ON public.acknowledgement USING btree (organisation, person);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.allowed_host (
  organisation uuid not null,
  id uuid not null,
  host text not null,
  reason text not null,
  author uuid,
  created_at timestamp with time zone not null,
  constraint allowed_host_pkey PRIMARY KEY (organisation, id),
  constraint allowed_host_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint allowed_host_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
CREATE UNIQUE INDEX allowed_host_host ON public.allowed_host USING btree (organisation, host);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.annotation (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  from_period text not null,
  to_period text not null,
  note text not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint annotation_pkey PRIMARY KEY (organisation, id),
  constraint annotation_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
CREATE INDEX annotation_kpi ON public.annotation USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.api_token (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  name text not null,
  scope text not null,
  secret_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (organisation, id),
  constraint api_token_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint api_token_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint api_token_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text, 'push'::text])))
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.api_token_kpi (
  organisation uuid not null,
  token uuid not null,
  kpi uuid not null,
  constraint api_token_kpi_pkey PRIMARY KEY (organisation, token, kpi),
  constraint api_token_kpi_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint api_token_kpi_organisation_token_fkey FOREIGN KEY (organisation, token) REFERENCES api_token(organisation, id)
);
CREATE INDEX api_token_kpi_kpi ON public.api_token_kpi USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.audit (
  organisation uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  person uuid,
  token uuid,
  operation text not null,
  kind text not null,
  subject text not null,
  detail jsonb not null,
  request text,
  mac text not null,
  place bigint,
  hash text,
  constraint audit_pkey PRIMARY KEY (organisation, id),
  constraint audit_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
CREATE INDEX audit_at ON public.audit USING btree (organisation, at DESC);
CREATE UNIQUE INDEX audit_place ON public.audit USING btree (organisation, place);
CREATE INDEX audit_unsealed ON public.audit USING btree (organisation, id) WHERE (place IS NULL);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.audit_head (
  organisation uuid not null,
  place bigint not null,
  hash text not null,
  mac text not null,
  constraint audit_head_pkey PRIMARY KEY (organisation),
  constraint audit_head_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.check_in (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  day date not null,
  value double precision,
  report jsonb,
  progress double precision,
  confidence smallint,
  changed text default ''::text not null,
  blocks text default ''::text not null,
  needs text default ''::text not null,
  late boolean default false not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  constraint check_in_pkey PRIMARY KEY (organisation, id),
  constraint check_in_organisation_key_result_fkey FOREIGN KEY (organisation, key_result) REFERENCES key_result(organisation, id),
  constraint check_in_confidence_check CHECK (((confidence >= 0) AND (confidence <= 10)))
);
CREATE INDEX check_in_key_result ON public.check_in USING btree (organisation, key_result, day, recorded_at);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.coach_set_aside (
  organisation uuid not null,
  id uuid not null,
  kind text not null,
  subject uuid not null,
  rule text not null,
  about text not null,
  reason text not null,
  person uuid not null,
  at timestamp with time zone not null,
  taken_up_by uuid,
  taken_up_at timestamp with time zone,
  constraint coach_set_aside_pkey PRIMARY KEY (organisation, id),
  constraint coach_set_aside_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint coach_set_aside_organisation_taken_up_by_fkey FOREIGN KEY (organisation, taken_up_by) REFERENCES person(organisation, id),
  constraint coach_set_aside_check CHECK (((taken_up_by IS NULL) = (taken_up_at IS NULL))),
  constraint coach_set_aside_kind_check CHECK ((kind = ANY (ARRAY['objective'::text, 'key_result'::text, 'kpi'::text, 'team'::text, 'person'::text, 'organisation'::text])))
);
CREATE UNIQUE INDEX coach_set_aside_open ON public.coach_set_aside USING btree (organisation, subject, rule, md5(about)) WHERE (taken_up_at IS NULL);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.connector (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  kind text not null,
  config jsonb not null,
  secrets text,
  secrets_by uuid,
  schedule jsonb,
  look_back smallint default 3 not null,
  running_period boolean default false not null,
  active boolean default true not null,
  version integer default 1 not null,
  next_due timestamp with time zone,
  received_to date,
  last_success timestamp with time zone,
  failing_since timestamp with time zone,
  fault text,
  author uuid,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint connector_pkey PRIMARY KEY (organisation, id),
  constraint connector_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint connector_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint connector_organisation_secrets_by_fkey FOREIGN KEY (organisation, secrets_by) REFERENCES person(organisation, id),
  constraint connector_kind_check CHECK ((kind = ANY (ARRAY['http-json'::text, 'sql'::text, 'prometheus'::text, 'csv'::text, 'github'::text, 'gitlab'::text, 'jira'::text]))),
  constraint connector_look_back_check CHECK (((look_back >= 1) AND (look_back <= 100)))
);
CREATE INDEX connector_due ON public.connector USING btree (next_due) WHERE (next_due IS NOT NULL);
CREATE UNIQUE INDEX connector_of_kpi ON public.connector USING btree (organisation, kpi) WHERE (removed_at IS NULL);
-- row-level security is forced
create policy round for select using ((current_setting('tandem.round'::text, true) = 'on'::text));
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.connector_kept (
  organisation uuid not null,
  connector uuid not null,
  starts date not null,
  period text not null,
  value double precision not null,
  numerator double precision,
  denominator double precision,
  note text,
  run uuid not null,
  constraint connector_kept_pkey PRIMARY KEY (organisation, connector, starts),
  constraint connector_kept_organisation_connector_run_fkey FOREIGN KEY (organisation, connector, run) REFERENCES connector_run(organisation, connector, id)
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.connector_run (
  organisation uuid not null,
  connector uuid not null,
  id uuid not null,
  trigger text not null,
  state text not null,
  asked_by uuid,
  from_period text,
  to_period text,
  attempt smallint default 0 not null,
  next_try timestamp with time zone,
  created integer default 0 not null,
  changed integer default 0 not null,
  same integer default 0 not null,
  kept integer default 0 not null,
  unread integer default 0 not null,
  sentence text,
  findings jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint connector_run_pkey PRIMARY KEY (organisation, connector, id),
  constraint connector_run_organisation_asked_by_fkey FOREIGN KEY (organisation, asked_by) REFERENCES person(organisation, id),
  constraint connector_run_organisation_connector_fkey FOREIGN KEY (organisation, connector) REFERENCES connector(organisation, id),
  constraint connector_run_check CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (next_try IS NOT NULL))),
  constraint connector_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint connector_run_trigger_check CHECK ((trigger = ANY (ARRAY['schedule'::text, 'asked'::text, 'backfill'::text])))
);
CREATE INDEX connector_run_due ON public.connector_run USING btree (next_try) WHERE (next_try IS NOT NULL);
CREATE UNIQUE INDEX connector_run_open ON public.connector_run USING btree (organisation, connector) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
-- row-level security is forced
create policy round for select using ((current_setting('tandem.round'::text, true) = 'on'::text));
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.counter_metric (
  organisation uuid not null,
  kpi uuid not null,
  counter uuid not null,
  constraint counter_metric_pkey PRIMARY KEY (organisation, kpi, counter),
  constraint counter_metric_organisation_counter_fkey FOREIGN KEY (organisation, counter) REFERENCES kpi(organisation, id),
  constraint counter_metric_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint counter_metric_check CHECK ((kpi <> counter))
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.cycle (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  starts date not null,
  ends date not null,
  state text default 'planning'::text not null,
  activated_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  kpis_at_close jsonb,
  constraint cycle_pkey PRIMARY KEY (organisation, id),
  constraint cycle_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint cycle_check CHECK ((starts <= ends)),
  constraint cycle_kind_check CHECK ((kind = ANY (ARRAY['quarter'::text, 'half-year'::text, 'four-months'::text, 'year'::text, 'custom'::text]))),
  constraint cycle_state_check CHECK ((state = ANY (ARRAY['planning'::text, 'active'::text, 'grading'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX cycle_name ON public.cycle USING btree (organisation, name);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.default_view (
  organisation uuid not null,
  person uuid not null,
  page text not null,
  view uuid not null,
  constraint default_view_pkey PRIMARY KEY (organisation, person, page),
  constraint default_view_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint default_view_organisation_view_fkey FOREIGN KEY (organisation, view) REFERENCES saved_view(organisation, id) ON DELETE CASCADE
);
CREATE INDEX default_view_view ON public.default_view USING btree (organisation, view);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.driver (
  organisation uuid not null,
  input uuid not null,
  output uuid not null,
  note text default ''::text not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  constraint driver_pkey PRIMARY KEY (organisation, output, input),
  constraint driver_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint driver_organisation_input_fkey FOREIGN KEY (organisation, input) REFERENCES kpi(organisation, id),
  constraint driver_organisation_output_fkey FOREIGN KEY (organisation, output) REFERENCES kpi(organisation, id),
  constraint driver_check CHECK ((input <> output))
);
CREATE INDEX driver_input ON public.driver USING btree (organisation, input);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.gap_decision (
  organisation uuid not null,
  id uuid not null,
  kpi uuid not null,
  kind text not null,
  reason text not null,
  until date,
  objective uuid,
  author uuid,
  recorded_at timestamp with time zone not null,
  constraint gap_decision_pkey PRIMARY KEY (organisation, id),
  constraint gap_decision_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint gap_decision_organisation_objective_fkey FOREIGN KEY (organisation, objective) REFERENCES objective(organisation, id),
  constraint gap_decision_kind_check CHECK ((kind = ANY (ARRAY['write an OKR'::text, 'quick fix'::text, 'accept'::text, 'change the threshold'::text, 'repair the data'::text])))
);
CREATE INDEX gap_decision_kpi ON public.gap_decision USING btree (organisation, kpi, recorded_at);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.guardrail (
  organisation uuid not null,
  key_result uuid not null,
  kpi uuid not null,
  constraint guardrail_pkey PRIMARY KEY (organisation, key_result, kpi),
  constraint guardrail_organisation_key_result_fkey FOREIGN KEY (organisation, key_result) REFERENCES key_result(organisation, id),
  constraint guardrail_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
CREATE INDEX guardrail_kpi ON public.guardrail USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.initiative (
  organisation uuid not null,
  key_result uuid not null,
  id uuid not null,
  "position" integer not null,
  title text not null,
  owner uuid,
  due date,
  state text not null,
  state_from text default 'person'::text not null,
  drop_reason text,
  note text default ''::text not null,
  link text,
  link_host text,
  link_kind text,
  link_key text,
  tracker uuid,
  heard_state text,
  heard_status text,
  heard_at timestamp with time zone,
  typed boolean default false not null,
  next_ask timestamp with time zone,
  failing_since timestamp with time zone,
  fault text,
  carried_from uuid,
  author uuid,
  created_at timestamp with time zone not null,
  constraint initiative_pkey PRIMARY KEY (organisation, id),
  constraint initiative_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint initiative_organisation_key_result_fkey FOREIGN KEY (organisation, key_result) REFERENCES key_result(organisation, id),
  constraint initiative_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint initiative_organisation_tracker_fkey FOREIGN KEY (organisation, tracker) REFERENCES tracker(organisation, id),
  constraint initiative_check CHECK (((state = 'dropped'::text) = (drop_reason IS NOT NULL))),
  constraint initiative_check1 CHECK (((link IS NULL) = (link_host IS NULL))),
  constraint initiative_check2 CHECK (((tracker IS NULL) OR (link_key IS NOT NULL))),
  constraint initiative_check3 CHECK (((next_ask IS NULL) OR (tracker IS NOT NULL))),
  constraint initiative_heard_state_check CHECK ((heard_state = ANY (ARRAY['planned'::text, 'in progress'::text, 'done'::text, 'dropped'::text]))),
  constraint initiative_link_kind_check CHECK ((link_kind = ANY (ARRAY['github'::text, 'gitlab'::text, 'jira'::text, 'asana'::text, 'trello'::text, 'linear'::text]))),
  constraint initiative_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in progress'::text, 'done'::text, 'dropped'::text]))),
  constraint initiative_state_from_check CHECK ((state_from = ANY (ARRAY['person'::text, 'tracker'::text])))
);
CREATE INDEX initiative_host ON public.initiative USING btree (organisation, link_host) WHERE (link_host IS NOT NULL);
CREATE INDEX initiative_of_key_result ON public.initiative USING btree (organisation, key_result, "position");
CREATE INDEX initiative_owner ON public.initiative USING btree (organisation, owner);
CREATE INDEX initiative_tracker ON public.initiative USING btree (organisation, tracker, next_ask) WHERE (tracker IS NOT NULL);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.installation (
  alone boolean default true not null,
  secret_fingerprint text not null,
  created_at timestamp with time zone default now() not null,
  constraint installation_pkey PRIMARY KEY (alone),
  constraint installation_alone_check CHECK (alone)
);

create table public.invitation (
  organisation uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  team uuid,
  secret_hash text not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (organisation, id),
  constraint invitation_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint invitation_organisation_invited_by_fkey FOREIGN KEY (organisation, invited_by) REFERENCES person(organisation, id),
  constraint invitation_organisation_team_fkey FOREIGN KEY (organisation, team) REFERENCES team(organisation, id),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'member'::text, 'viewer'::text])))
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.key_result (
  organisation uuid not null,
  id uuid not null,
  objective uuid not null,
  "position" integer default 0 not null,
  title text not null,
  owner uuid,
  weight double precision default 1 not null,
  deadline date not null,
  measure jsonb not null,
  unit jsonb not null,
  decimals smallint default 2 not null,
  plan jsonb,
  kpi uuid,
  frozen jsonb,
  current double precision,
  current_day date,
  progress double precision,
  confidence smallint,
  last_check_in date,
  outdated_since date,
  dropped_at timestamp with time zone,
  drop_reason text,
  suggested_score double precision,
  score double precision,
  score_reason text,
  explanation text,
  fate text,
  lesson text,
  grading jsonb,
  graded_by uuid,
  graded_at timestamp with time zone,
  created_at timestamp with time zone not null,
  foreseen jsonb,
  carried_from uuid,
  graduated_to uuid,
  constraint key_result_pkey PRIMARY KEY (organisation, id),
  constraint key_result_organisation_carried_from_fkey FOREIGN KEY (organisation, carried_from) REFERENCES key_result(organisation, id),
  constraint key_result_organisation_graduated_to_fkey FOREIGN KEY (organisation, graduated_to) REFERENCES kpi(organisation, id),
  constraint key_result_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint key_result_organisation_objective_fkey FOREIGN KEY (organisation, objective) REFERENCES objective(organisation, id),
  constraint key_result_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint key_result_confidence_check CHECK (((confidence >= 0) AND (confidence <= 10))),
  constraint key_result_fate_check CHECK ((fate = ANY (ARRAY['keep the gain'::text, 'turn into a KPI'::text, 'carry over'::text, 'drop'::text]))),
  constraint key_result_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision))),
  constraint key_result_suggested_score_check CHECK (((suggested_score >= (0)::double precision) AND (suggested_score <= (1)::double precision))),
  constraint key_result_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE INDEX key_result_carried_from ON public.key_result USING btree (organisation, carried_from) WHERE (carried_from IS NOT NULL);
CREATE INDEX key_result_graduated_to ON public.key_result USING btree (organisation, graduated_to) WHERE (graduated_to IS NOT NULL);
CREATE INDEX key_result_kpi ON public.key_result USING btree (organisation, kpi) WHERE (kpi IS NOT NULL);
CREATE INDEX key_result_objective ON public.key_result USING btree (organisation, objective);
CREATE INDEX key_result_owner ON public.key_result USING btree (organisation, owner);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.kpi (
  organisation uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  purpose text default ''::text not null,
  definition text default ''::text not null,
  owner uuid,
  team uuid,
  person uuid,
  labels text[] default '{}'::text[] not null,
  unit jsonb not null,
  decimals smallint default 2 not null,
  direction text not null,
  cadence text not null,
  adds_up text not null,
  role text default 'output'::text not null,
  kind text default 'quantitative'::text not null,
  pillar text,
  weight double precision default 1 not null,
  grace_days smallint default 3 not null,
  parent uuid,
  computed boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  formula text,
  feeds boolean default false not null,
  era integer default 1 not null,
  era_from date,
  unit_scale integer default 
CASE (unit ->> 'unit'::text)
    WHEN 'minutes'::text THEN 60
    WHEN 'hours'::text THEN 3600
    WHEN 'days'::text THEN 86400
    WHEN 'weeks'::text THEN 604800
    WHEN 'months'::text THEN 2629746
    ELSE 1
END not null,
  constraint kpi_pkey PRIMARY KEY (organisation, id),
  constraint kpi_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint kpi_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint kpi_organisation_parent_fkey FOREIGN KEY (organisation, parent) REFERENCES kpi(organisation, id),
  constraint kpi_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint kpi_organisation_pillar_fkey FOREIGN KEY (organisation, pillar) REFERENCES pillar(organisation, name) DEFERRABLE INITIALLY DEFERRED,
  constraint kpi_organisation_team_fkey FOREIGN KEY (organisation, team) REFERENCES team(organisation, id),
  constraint kpi_adds_up_check CHECK ((adds_up = ANY (ARRAY['sum'::text, 'mean'::text, 'last'::text, 'min'::text, 'max'::text, 'ratio'::text]))),
  constraint kpi_cadence_check CHECK ((cadence = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text]))),
  constraint kpi_decimals_check CHECK (((decimals >= 0) AND (decimals <= 10))),
  constraint kpi_direction_check CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text, 'within'::text]))),
  constraint kpi_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 366))),
  constraint kpi_kind_check CHECK ((kind = ANY (ARRAY['quantitative'::text, 'qualitative'::text]))),
  constraint kpi_role_check CHECK ((role = ANY (ARRAY['input'::text, 'output'::text]))),
  constraint kpi_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE UNIQUE INDEX kpi_key ON public.kpi USING btree (organisation, key);
CREATE INDEX kpi_parent ON public.kpi USING btree (organisation, parent) WHERE (parent IS NOT NULL);
CREATE INDEX kpi_pillar ON public.kpi USING btree (organisation, pillar) WHERE (pillar IS NOT NULL);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.kpi_fitness (
  organisation uuid not null,
  kpi uuid not null,
  newest date,
  arrivals text default ''::text not null,
  same_run integer not null,
  same_repeats integer not null,
  same_pairs integer not null,
  has_threshold boolean not null,
  asks text,
  asks_since date,
  constraint kpi_fitness_pkey PRIMARY KEY (organisation, kpi),
  constraint kpi_fitness_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint kpi_fitness_asks_check CHECK ((asks = ANY (ARRAY['breach'::text, 'signal'::text, 'gap'::text]))),
  constraint kpi_fitness_check CHECK (((asks IS NULL) = (asks_since IS NULL)))
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.kpi_input (
  organisation uuid not null,
  kpi uuid not null,
  input uuid not null,
  constraint kpi_input_pkey PRIMARY KEY (organisation, kpi, input),
  constraint kpi_input_organisation_input_fkey FOREIGN KEY (organisation, input) REFERENCES kpi(organisation, id),
  constraint kpi_input_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint kpi_input_check CHECK ((kpi <> input))
);
CREATE INDEX kpi_input_input ON public.kpi_input USING btree (organisation, input);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.kpi_state (
  organisation uuid not null,
  kpi uuid not null,
  newest_period text,
  newest_value double precision,
  status text not null,
  stale_from date,
  signal text,
  signal_sense text,
  capability text,
  level double precision,
  floor double precision,
  ceiling double precision,
  missing_children integer default 0 not null,
  sparkline json not null,
  judgement json not null,
  judged_at timestamp with time zone not null,
  forecast json,
  constraint kpi_state_pkey PRIMARY KEY (organisation, kpi),
  constraint kpi_state_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
CREATE INDEX kpi_state_stale ON public.kpi_state USING btree (organisation, stale_from);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.kpi_version (
  organisation uuid not null,
  kpi uuid not null,
  version integer not null,
  valid_from date not null,
  facts jsonb not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  era integer default 1 not null,
  era_from date,
  unit_scale integer default 
CASE ((facts -> 'unit'::text) ->> 'unit'::text)
    WHEN 'minutes'::text THEN 60
    WHEN 'hours'::text THEN 3600
    WHEN 'days'::text THEN 86400
    WHEN 'weeks'::text THEN 604800
    WHEN 'months'::text THEN 2629746
    ELSE 1
END not null,
  constraint kpi_version_pkey PRIMARY KEY (organisation, kpi, version),
  constraint kpi_version_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.moved_goalpost (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  reason text not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  constraint moved_goalpost_pkey PRIMARY KEY (organisation, id),
  constraint moved_goalpost_organisation_key_result_fkey FOREIGN KEY (organisation, key_result) REFERENCES key_result(organisation, id)
);
CREATE INDEX moved_goalpost_key_result ON public.moved_goalpost USING btree (organisation, key_result);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.objective (
  organisation uuid not null,
  id uuid not null,
  cycle uuid not null,
  title text not null,
  why text default ''::text not null,
  owner uuid,
  team uuid,
  person uuid,
  commitment text not null,
  state text default 'draft'::text not null,
  drop_reason text,
  weight double precision default 1 not null,
  pillar text,
  private boolean default false not null,
  gap_kpi uuid,
  progress double precision,
  score double precision,
  created_at timestamp with time zone not null,
  constraint objective_pkey PRIMARY KEY (organisation, id),
  constraint objective_organisation_cycle_fkey FOREIGN KEY (organisation, cycle) REFERENCES cycle(organisation, id),
  constraint objective_organisation_gap_kpi_fkey FOREIGN KEY (organisation, gap_kpi) REFERENCES kpi(organisation, id),
  constraint objective_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint objective_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint objective_organisation_pillar_fkey FOREIGN KEY (organisation, pillar) REFERENCES pillar(organisation, name) DEFERRABLE INITIALLY DEFERRED,
  constraint objective_organisation_team_fkey FOREIGN KEY (organisation, team) REFERENCES team(organisation, id),
  constraint objective_commitment_check CHECK ((commitment = ANY (ARRAY['committed'::text, 'aspirational'::text, 'learning'::text]))),
  constraint objective_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'closed'::text, 'dropped'::text]))),
  constraint objective_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE INDEX objective_cycle ON public.objective USING btree (organisation, cycle);
CREATE INDEX objective_gap ON public.objective USING btree (organisation, gap_kpi) WHERE (gap_kpi IS NOT NULL);
CREATE INDEX objective_pillar ON public.objective USING btree (organisation, pillar) WHERE (pillar IS NOT NULL);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.objective_improves (
  organisation uuid not null,
  objective uuid not null,
  kpi uuid not null,
  constraint objective_improves_pkey PRIMARY KEY (organisation, objective, kpi),
  constraint objective_improves_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint objective_improves_organisation_objective_fkey FOREIGN KEY (organisation, objective) REFERENCES objective(organisation, id)
);
CREATE INDEX objective_improves_kpi ON public.objective_improves USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.objective_parent (
  organisation uuid not null,
  objective uuid not null,
  parent uuid not null,
  kind text not null,
  weight double precision default 1 not null,
  constraint objective_parent_pkey PRIMARY KEY (organisation, objective, parent),
  constraint objective_parent_organisation_objective_fkey FOREIGN KEY (organisation, objective) REFERENCES objective(organisation, id),
  constraint objective_parent_organisation_parent_fkey FOREIGN KEY (organisation, parent) REFERENCES objective(organisation, id),
  constraint objective_parent_check CHECK ((objective <> parent)),
  constraint objective_parent_kind_check CHECK ((kind = ANY (ARRAY['contributes to'::text, 'supports'::text]))),
  constraint objective_parent_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE INDEX objective_parent_parent ON public.objective_parent USING btree (organisation, parent);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.objective_viewer (
  organisation uuid not null,
  objective uuid not null,
  id uuid not null,
  person uuid,
  team uuid,
  constraint objective_viewer_pkey PRIMARY KEY (organisation, id),
  constraint objective_viewer_organisation_objective_fkey FOREIGN KEY (organisation, objective) REFERENCES objective(organisation, id),
  constraint objective_viewer_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint objective_viewer_organisation_team_fkey FOREIGN KEY (organisation, team) REFERENCES team(organisation, id),
  constraint objective_viewer_check CHECK (((person IS NULL) <> (team IS NULL)))
);
CREATE INDEX objective_viewer_objective ON public.objective_viewer USING btree (organisation, objective);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to tandem_app;

create table public.organisation (
  id uuid not null,
  name text not null,
  time_zone text not null,
  year_starts_in smallint default 1 not null,
  rule_set text default 'wheeler'::text not null,
  on_track_from double precision default 0.9 not null,
  behind_from double precision default 0.7 not null,
  check_in_every text default 'weekly'::text not null,
  check_in_weekday smallint default 5 not null,
  check_in_grace_days smallint default 2 not null,
  guardrail_caps_score boolean default false not null,
  sustain_periods smallint default 6 not null,
  demo boolean default false not null,
  created_at timestamp with time zone not null,
  kpis_per_owner smallint default 10 not null,
  mission text default ''::text not null,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_check_in_every_check CHECK ((check_in_every = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
  constraint organisation_check_in_grace_days_check CHECK (((check_in_grace_days >= 0) AND (check_in_grace_days <= 60))),
  constraint organisation_check_in_weekday_check CHECK (((check_in_weekday >= 1) AND (check_in_weekday <= 7))),
  constraint organisation_kpis_per_owner_check CHECK (((kpis_per_owner >= 1) AND (kpis_per_owner <= 1000))),
  constraint organisation_rule_set_check CHECK ((rule_set = ANY (ARRAY['wheeler'::text, 'nhs'::text, 'western-electric'::text, 'nelson'::text]))),
  constraint organisation_sustain_periods_check CHECK (((sustain_periods >= 1) AND (sustain_periods <= 60))),
  constraint organisation_year_starts_in_check CHECK (((year_starts_in >= 1) AND (year_starts_in <= 12)))
);
-- row-level security is forced
create policy own for all using ((id = ( SELECT current_organisation() AS current_organisation))) with check ((id = ( SELECT current_organisation() AS current_organisation)));
create policy round for select using ((current_setting('tandem.round'::text, true) = 'on'::text));
grant insert, select, update to tandem_app;

create table public.person (
  organisation uuid not null,
  id uuid not null,
  user_account text,
  name text not null,
  email text not null,
  role text not null,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (organisation, id),
  constraint person_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint person_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);
CREATE UNIQUE INDEX person_email ON public.person USING btree (organisation, lower(email));
CREATE INDEX person_name ON public.person USING btree (organisation, lower(name), id);
CREATE UNIQUE INDEX person_user_account ON public.person USING btree (user_account, organisation);
-- row-level security is forced
create policy self for select using ((user_account = ( SELECT current_user_account() AS current_user_account)));
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.phase (
  organisation uuid not null,
  kpi uuid not null,
  id uuid not null,
  from_period text not null,
  baseline_to text,
  reason text not null,
  author uuid,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint phase_pkey PRIMARY KEY (organisation, id),
  constraint phase_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
CREATE INDEX phase_kpi ON public.phase USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.pillar (
  organisation uuid not null,
  id uuid not null,
  name text not null,
  description text default ''::text not null,
  "position" integer not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint pillar_organisation_name_key UNIQUE (organisation, name),
  constraint pillar_pkey PRIMARY KEY (organisation, id),
  constraint pillar_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
CREATE UNIQUE INDEX pillar_name ON public.pillar USING btree (organisation, lower(name));
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.reading (
  organisation uuid not null,
  kpi uuid not null,
  starts date not null,
  revision integer not null,
  period text not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  source text not null,
  note text,
  reason text,
  missing uuid[],
  author uuid,
  recorded_at timestamp with time zone not null,
  era integer default 1 not null,
  unit_scale integer default 1 not null,
  constraint reading_pkey PRIMARY KEY (organisation, kpi, starts, revision),
  constraint reading_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint reading_source_check CHECK ((source = ANY (ARRAY['typed'::text, 'import'::text, 'api'::text, 'connector'::text, 'formula'::text, 'children'::text])))
) -- partitioned;
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.recompute_backlog (
  organisation uuid not null,
  kpi uuid not null,
  input uuid not null,
  first date not null,
  last date not null,
  marked_at timestamp with time zone not null,
  constraint recompute_backlog_pkey PRIMARY KEY (organisation, kpi, input),
  constraint recompute_backlog_organisation_input_fkey FOREIGN KEY (organisation, input) REFERENCES kpi(organisation, id),
  constraint recompute_backlog_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
CREATE INDEX recompute_backlog_marked ON public.recompute_backlog USING btree (organisation, marked_at);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.saved_view (
  organisation uuid not null,
  id uuid not null,
  owner uuid not null,
  page text not null,
  name text not null,
  query text not null,
  shared boolean default false not null,
  created_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (organisation, id),
  constraint saved_view_organisation_owner_fkey FOREIGN KEY (organisation, owner) REFERENCES person(organisation, id),
  constraint saved_view_page_check CHECK ((page = ANY (ARRAY['panel'::text, 'gaps'::text, 'fitness'::text, 'cycle'::text])))
);
CREATE UNIQUE INDEX saved_view_name ON public.saved_view USING btree (organisation, owner, page, lower(name));
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.sustain_watch (
  organisation uuid not null,
  id uuid not null,
  key_result uuid not null,
  kpi uuid not null,
  level double precision not null,
  direction text not null,
  from_period text not null,
  periods integer not null,
  state text default 'watching'::text not null,
  good integer default 0 not null,
  seen integer default 0 not null,
  decided_period text,
  evidence jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  unit jsonb not null,
  constraint sustain_watch_pkey PRIMARY KEY (organisation, id),
  constraint sustain_watch_organisation_key_result_fkey FOREIGN KEY (organisation, key_result) REFERENCES key_result(organisation, id),
  constraint sustain_watch_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id),
  constraint sustain_watch_direction_check CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text]))),
  constraint sustain_watch_periods_check CHECK (((periods >= 1) AND (periods <= 60))),
  constraint sustain_watch_state_check CHECK ((state = ANY (ARRAY['watching'::text, 'held'::text, 'lost'::text])))
);
CREATE INDEX sustain_watch_key_result ON public.sustain_watch USING btree (organisation, key_result);
CREATE INDEX sustain_watch_kpi ON public.sustain_watch USING btree (organisation, kpi);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.team (
  organisation uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  parent uuid,
  check_in_every text,
  check_in_weekday smallint,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint team_pkey PRIMARY KEY (organisation, id),
  constraint team_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint team_organisation_parent_fkey FOREIGN KEY (organisation, parent) REFERENCES team(organisation, id),
  constraint team_check CHECK (((check_in_every IS NULL) = (check_in_weekday IS NULL))),
  constraint team_check_in_every_check CHECK ((check_in_every = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
  constraint team_check_in_weekday_check CHECK (((check_in_weekday >= 1) AND (check_in_weekday <= 7)))
);
CREATE UNIQUE INDEX team_key ON public.team USING btree (organisation, key) WHERE (removed_at IS NULL);
CREATE INDEX team_parent ON public.team USING btree (organisation, parent);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table public.team_member (
  organisation uuid not null,
  team uuid not null,
  person uuid not null,
  lead boolean default false not null,
  constraint team_member_pkey PRIMARY KEY (organisation, team, person),
  constraint team_member_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES person(organisation, id),
  constraint team_member_organisation_team_fkey FOREIGN KEY (organisation, team) REFERENCES team(organisation, id)
);
CREATE INDEX team_member_person ON public.team_member USING btree (organisation, person);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.threshold (
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
  recorded_at timestamp with time zone not null,
  era integer default 1 not null,
  unit_scale integer default 1 not null,
  constraint threshold_pkey PRIMARY KEY (organisation, kpi, valid_from, revision),
  constraint threshold_organisation_kpi_fkey FOREIGN KEY (organisation, kpi) REFERENCES kpi(organisation, id)
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to tandem_app;

create table public.tracker (
  organisation uuid not null,
  id uuid not null,
  kind text not null,
  address text not null,
  flavour text not null,
  sign_in_user text,
  token text,
  version integer default 1 not null,
  next_ask timestamp with time zone,
  held_until timestamp with time zone,
  claim integer default 0 not null,
  failures smallint default 0 not null,
  rest_until timestamp with time zone,
  last_success timestamp with time zone,
  failing_since timestamp with time zone,
  fault text,
  author uuid,
  created_at timestamp with time zone not null,
  constraint tracker_pkey PRIMARY KEY (organisation, id),
  constraint tracker_organisation_author_fkey FOREIGN KEY (organisation, author) REFERENCES person(organisation, id),
  constraint tracker_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id),
  constraint tracker_flavour_check CHECK ((flavour = ANY (ARRAY['cloud'::text, 'server'::text]))),
  constraint tracker_kind_check CHECK ((kind = ANY (ARRAY['github'::text, 'gitlab'::text, 'jira'::text])))
);
CREATE UNIQUE INDEX tracker_address ON public.tracker USING btree (organisation, lower(address));
CREATE INDEX tracker_due ON public.tracker USING btree (next_ask) WHERE (next_ask IS NOT NULL);
-- row-level security is forced
create policy round for select using ((current_setting('tandem.round'::text, true) = 'on'::text));
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to tandem_app;

create table public.turned_day (
  organisation uuid not null,
  day date not null,
  constraint turned_day_pkey PRIMARY KEY (organisation),
  constraint turned_day_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(id)
);
-- row-level security is forced
create policy tenant for all using ((organisation = ( SELECT current_organisation() AS current_organisation))) with check ((organisation = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to tandem_app;

create table auth.account (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.account_holder(id) ON DELETE CASCADE
);
CREATE INDEX account_of_user ON auth.account USING btree (user_id);
grant delete, insert, select, update to tandem_auth;

create table auth.account_holder (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint account_holder_email_key UNIQUE (email),
  constraint account_holder_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update to tandem_auth;

create table auth.rate_limit (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_key_key UNIQUE (key),
  constraint rate_limit_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update to tandem_auth;

create table auth.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint session_token_key UNIQUE (token),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.account_holder(id) ON DELETE CASCADE
);
CREATE INDEX session_of_user ON auth.session USING btree (user_id);
grant delete, insert, select, update to tandem_auth;

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update to tandem_auth;
