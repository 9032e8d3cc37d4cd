-- Why an alert is open no longer, e.g. visited-since; null for those that ended before reasons were kept.
alter table journal_alerts add column resolved_reason text;
