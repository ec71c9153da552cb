-- A resident's transaction has the reach 'resident': it sees rows that name the resident among their readers, and nothing that is open to
-- the government only because nobody is named. Tables whose rows have no readers say by access.is_staff() that they are not for residents.
create or replace function access.may_read(readers text[]) returns boolean
  language sql stable parallel safe
  return (readers is null and current_setting('xianqu.reach', true) is distinct from 'resident')
    or current_setting('xianqu.reach', true) = 'all' or coalesce(readers && access.organisations(), false);
comment on function access.may_read(text[]) is 'Whether a row labelled with these readers is visible; null labels a row open to the government';

create function access.is_staff() returns boolean
  language sql stable parallel safe
  return current_setting('xianqu.reach', true) is distinct from 'resident';
comment on function access.is_staff() is 'False in the transaction of a resident';
