-- The closing evaluation of a project asks what it brought each account.
create index line_matter on scoring.line (jurisdiction_id, matter);
