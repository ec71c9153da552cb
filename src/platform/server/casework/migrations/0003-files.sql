-- Files that were attached before they knew to what.
update files.file f set attached_to = 'casework.case/' || c.id
  from casework.case_file c, jsonb_each(c.materials) as material, jsonb_array_elements_text(material.value -> 'files') as brought(id)
  where f.jurisdiction_id = c.jurisdiction_id and f.id = brought.id::uuid;
update files.file f set attached_to = e.stream
  from journal.entry e join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id,
    jsonb_array_elements_text(p.body -> 'files') as brought(id)
  where e.kind = 'casework.case.corrected' and f.jurisdiction_id = e.jurisdiction_id and f.id = brought.id::uuid;
