-- Which day each organisation has come to: whoever writes the new day first does what its turn needs, and nobody does it twice.
create table turned_day (
  organisation uuid primary key references organisation (id),
  day date not null
);
call belongs_to_organisation('turned_day', 'select, insert, update');
