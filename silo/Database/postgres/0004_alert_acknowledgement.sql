-- Who of the county saw an alert first, and when; both or neither. What an alert says and when it ends are left alone by it.
alter table journal_alerts add column acknowledged_at timestamptz;
alter table journal_alerts add column acknowledged_by text;
alter table journal_alerts add column acknowledged_seal bytea;
