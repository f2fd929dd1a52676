-- Why somebody applied a version, in their own words; null when nothing was said.
alter table site_versions add column note text;
