-- What a person set aside of what the coach finds, with the reason. Rows stay: a finding that is taken up again keeps what was said of it.

create table coach_set_aside (
  organisation uuid not null,
  id uuid not null,
  -- A team or a person is asked about how many goals they have, the organisation where no team is named; `subject` is its id.
  kind text not null check (kind in ('objective', 'key_result', 'kpi', 'team', 'person', 'organisation')),
  subject uuid not null,
  rule text not null,
  -- What the finding is about: the words that it quotes, or what was promised. Another text there is another finding, and is open again.
  about text not null,
  reason text not null,
  person uuid not null,
  at timestamptz not null,
  taken_up_by uuid,
  taken_up_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, taken_up_by) references person (organisation, id),
  check ((taken_up_by is null) = (taken_up_at is null))
);
create unique index coach_set_aside_open on coach_set_aside (organisation, subject, rule, md5(about)) where taken_up_at is null;
call belongs_to_organisation('coach_set_aside', 'select, insert, update');
