-- What residents never see, though its rows name no readers: people at work and their powers, what goes to them, how they are scored, the
-- figures. Open to residents stay the county's organisations, posts, places and rules, which are public, and the hashes that prove the record.
do $$
declare
  what text;
begin
  foreach what in array array[
    'identity.permission', 'identity.person', 'identity.appointment',
    'journal.projection',
    'notices.reader', 'notices.receipt',
    'deliveries.cursor', 'deliveries.message', 'deliveries.item', 'deliveries.preference',
    'scoring.counted', 'scoring.voided', 'figures.waiting'
  ] loop
    execute format('create policy staff_only on %s as restrictive to xianqu_app using (access.is_staff())', what);
  end loop;
end
$$;

create policy own_key on commands.receipt as restrictive to xianqu_app
  using (access.is_staff() or 'resident-' || person_id = any(access.organisations()));
