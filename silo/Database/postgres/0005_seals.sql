-- Seals: what makes a change by other hands visible. Rows written before are sealed once at start.
alter table journal_heads add column mac bytea, add column seal bytea;
alter table journal_events add column mac bytea, add column effects text;
alter table journal_receipts add column seal bytea;
alter table journal_alerts add column seal bytea, add column resolved_seal bytea;
alter table journal_epochs add column seal bytea;
alter table journal_facts add column seal bytea;
alter table journal_documents add column seal bytea;
alter table journal_issues add column seal bytea;
alter table journal_evidence add column seal bytea;
