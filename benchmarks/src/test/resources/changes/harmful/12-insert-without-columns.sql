-- rule: used-column
-- subject: member.rank_masters.colour
-- services: member
-- line: 5
ALTER TABLE member.rank_masters ADD COLUMN colour varchar(16) NULL;
