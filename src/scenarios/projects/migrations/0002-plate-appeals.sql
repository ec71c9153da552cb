alter table projects.appeal alter column node_id drop not null;
alter table projects.appeal add column plate_id uuid;
alter table projects.appeal add column entry_id uuid;
alter table projects.appeal add column acceptor text;
update projects.appeal a set acceptor = p.lead_organisation from plans.node n, plans.plan p
  where n.jurisdiction_id = a.jurisdiction_id and n.id = a.node_id and p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id;
alter table projects.appeal alter column acceptor set not null;
alter table projects.appeal add constraint appeal_about_one check ((node_id is null) <> (plate_id is null));
comment on table projects.appeal is 'One row an objection to a lamp or a plate; the answer is owed by the acceptor as an obligation of kind appeal';
comment on column projects.appeal.lamp is 'The colour of the lamp or plate objected to';
comment on column projects.appeal.entry_id is 'The entry that gave it: its points are taken back where the objection is upheld';
comment on column projects.appeal.acceptor is 'Who owes the answer: the lead unit; of the lead unit''s own plate, the next rung of the ladder';
create unique index appeal_plate_open on projects.appeal (jurisdiction_id, plate_id) where state = 'open' and plate_id is not null;
create index appeal_plate on projects.appeal (jurisdiction_id, plate_id) where plate_id is not null;
create index appeal_acceptor on projects.appeal (jurisdiction_id, acceptor) where state = 'open';

alter table projects.look rename column node_id to thing_id;
comment on table projects.look is 'Who looked at the grounds of a lamp or plate, once a day and post; shown to whose it is';
comment on column projects.look.thing_id is 'A node or a plate';
