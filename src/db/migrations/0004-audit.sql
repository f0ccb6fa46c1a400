-- The audit log: written with each change, chained soon after, in batches, so that no write waits for another.

create table audit (
  organisation uuid not null references organisation (id),
  id uuid not null,
  at timestamptz not null,
  person uuid,
  token uuid,
  operation text not null,
  kind text not null,
  subject text not null,
  detail jsonb not null,
  request text,
  -- A keyed digest of the row, made by the process that wrote it: who adds a row without the key is found.
  mac text not null,
  -- Place and hash in the chain, given by the sealer.
  place bigint,
  hash text,
  primary key (organisation, id)
);
create unique index audit_place on audit (organisation, place);
create index audit_unsealed on audit (organisation, id) where place is null;
create index audit_at on audit (organisation, at desc);
call belongs_to_organisation('audit', 'select, insert');
grant update (place, hash) on audit to tandem_app;

create table audit_head (
  organisation uuid primary key references organisation (id),
  place bigint not null,
  hash text not null,
  mac text not null
);
call belongs_to_organisation('audit_head', 'select, insert, update');
