create index owed_lead on obligations.owed (jurisdiction_id, lead_organisation) where state in ('open', 'submitted');
