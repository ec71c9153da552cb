alter table county.document drop constraint document_kind_check;
alter table county.document add constraint document_kind_check
  check (kind in ('calendar', 'ladder', 'lamp-rule', 'plate-rule', 'point-rule', 'plan-kind', 'duty-rule', 'channels', 'check-rule'));
