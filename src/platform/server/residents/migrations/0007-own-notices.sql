-- Residents read what they are told, and note what they have read: their own and nobody else's.
alter policy staff_only on notices.reader
  using (access.is_staff() or 'resident-' || person_id = any(access.organisations()));
alter policy staff_only on notices.receipt
  using (access.is_staff() or 'resident-' || person_id = any(access.organisations()));
