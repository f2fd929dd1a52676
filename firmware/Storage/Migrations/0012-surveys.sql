-- Reports of surveys are made of the journal's entries; they are found by this.
create index journal_of_surveys on journal (at) where kind in ('survey.asked', 'survey.answered');
