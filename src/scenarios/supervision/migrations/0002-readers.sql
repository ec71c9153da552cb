-- Who complained goes where a look at it leaves a trace (schema personal); texts that named them name them no longer.
alter table supervision.matter add column has_complainant boolean not null default false;
insert into personal.value (jurisdiction_id, subject, field, value, kept_at, version)
  select jurisdiction_id, 'supervision.matter/' || id, 'complainant', complainant, opened_at, 1
  from supervision.matter where complainant is not null;
update supervision.matter set has_complainant = true, content = replace(content, complainant, '（反映人）')
  where complainant is not null;
alter table supervision.matter drop column complainant;
comment on column supervision.matter.has_complainant is 'Somebody complained: the name lies in personal.value';

alter table supervision.matter add column readers text[];
alter table supervision.duty add column readers text[];
comment on column supervision.matter.readers is 'Organisations and posts that may know of it; null is open to the government of the county';
comment on column supervision.duty.readers is 'Those of its matter';
drop policy visible on supervision.matter;
create policy visible on supervision.matter to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
drop policy visible on supervision.duty;
create policy visible on supervision.duty to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
drop policy visible on supervision.request;
create policy visible on supervision.request to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and exists (select from supervision.duty d
    where d.jurisdiction_id = request.jurisdiction_id and d.id = request.duty_id))
  with check (jurisdiction_id = access.jurisdiction());
