-- Views of pages that people keep by a name, for themselves or for everybody in the organisation.

create table saved_view (
  organisation uuid not null,
  id uuid not null,
  owner uuid not null,
  page text not null check (page in ('panel', 'gaps', 'fitness', 'cycle')),
  name text not null,
  -- What stands behind the question mark of the page's address.
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, owner) references person (organisation, id)
);
create unique index saved_view_name on saved_view (organisation, owner, page, lower(name));
call belongs_to_organisation('saved_view', 'select, insert, update, delete');

-- The view that a page opens with for a person.
create table default_view (
  organisation uuid not null,
  person uuid not null,
  page text not null,
  view uuid not null,
  primary key (organisation, person, page),
  foreign key (organisation, person) references person (organisation, id),
  foreign key (organisation, view) references saved_view (organisation, id) on delete cascade
);
create index default_view_view on default_view (organisation, view);
call belongs_to_organisation('default_view', 'select, insert, update, delete');
