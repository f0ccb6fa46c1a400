-- Initiatives: the work that should move a key result, and the trackers in which some of it is kept. Nothing counts them.

create table tracker (
  organisation uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('github', 'gitlab', 'jira')),
  -- Below which the issues have their addresses, without a slash at its end.
  address text not null,
  flavour text not null check (flavour in ('cloud', 'server')),
  sign_in_user text,
  -- Sealed with a key that the database does not have; null when anybody may ask.
  token text,
  -- Counts changes: what was asked under an older one is not recorded.
  version integer not null default 1,
  -- When the next of its issues is to be asked for; null when there is none.
  next_ask timestamptz,
  -- Who asks at present holds it until then. The claim is the fence: who lost its turn records nothing.
  held_until timestamptz,
  claim integer not null default 0,
  -- How many times in a row it gave nothing, and before when it wants no more requests.
  failures smallint not null default 0,
  rest_until timestamptz,
  last_success timestamptz,
  failing_since timestamptz,
  fault text,
  author uuid,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, author) references person (organisation, id)
);
create unique index tracker_address on tracker (organisation, lower(address));
create index tracker_due on tracker (next_ask) where next_ask is not null;
call belongs_to_organisation('tracker', 'select, insert, update, delete');
create policy round on tracker for select using (current_setting('tandem.round', true) = 'on');

create table initiative (
  organisation uuid not null,
  key_result uuid not null,
  id uuid not null,
  position integer not null,
  title text not null,
  owner uuid,
  due date,
  state text not null check (state in ('planned', 'in progress', 'done', 'dropped')),
  state_from text not null default 'person' check (state_from in ('person', 'tracker')),
  drop_reason text,
  note text not null default '',
  link text,
  -- What the address says: host and port, the kind of tracker, and how people name the issue.
  link_host text,
  link_kind text check (link_kind in ('github', 'gitlab', 'jira', 'asana', 'trello', 'linear')),
  link_key text,
  -- The tracker that is asked for it.
  tracker uuid,
  -- What it said last, in our words and in its own.
  heard_state text check (heard_state in ('planned', 'in progress', 'done', 'dropped')),
  heard_status text,
  heard_at timestamptz,
  -- Whether a person has said the state since it was linked.
  typed boolean not null default false,
  next_ask timestamptz,
  failing_since timestamptz,
  fault text,
  -- The one that it was carried over from.
  carried_from uuid,
  author uuid,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, key_result) references key_result (organisation, id),
  foreign key (organisation, owner) references person (organisation, id),
  foreign key (organisation, author) references person (organisation, id),
  foreign key (organisation, tracker) references tracker (organisation, id),
  check ((state = 'dropped') = (drop_reason is not null)),
  check ((link is null) = (link_host is null)),
  check (tracker is null or link_key is not null),
  check ((next_ask is null) or (tracker is not null))
);
create index initiative_of_key_result on initiative (organisation, key_result, position);
create index initiative_owner on initiative (organisation, owner);
create index initiative_tracker on initiative (organisation, tracker, next_ask) where tracker is not null;
create index initiative_host on initiative (organisation, link_host) where link_host is not null;
call belongs_to_organisation('initiative', 'select, insert, update, delete');
