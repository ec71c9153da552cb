-- Whose eyes a transaction sees with. The application opens every transaction with three SET LOCAL of checked literals
-- (scope.ts); the row policies of all engines ask these functions. Without them a transaction sees nothing.
create schema access;
comment on schema access is 'Row visibility: what the settings of a transaction let it see';

create function access.jurisdiction() returns text
  language sql stable parallel safe
  return nullif(current_setting('xianqu.jurisdiction', true), '');
comment on function access.jurisdiction() is 'The jurisdiction that the transaction works in; null shows nothing';

create function access.organisations() returns text[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('xianqu.organisations', true), ''), '{}')::text[];
comment on function access.organisations() is 'The organisations whose confidential rows the transaction may read';

create function access.may_read(readers text[]) returns boolean
  language sql stable parallel safe
  return readers is null or current_setting('xianqu.reach', true) = 'all' or readers && access.organisations();
comment on function access.may_read(text[]) is 'Whether a row labelled with these readers is visible; null labels an open row';

grant usage on schema access to xianqu_app;
