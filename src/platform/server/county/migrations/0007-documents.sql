-- Which kinds there are is said in one place, document-kinds.ts; the table asks for a plain name only.
alter table county.document drop constraint document_kind_check;
alter table county.document add constraint document_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
