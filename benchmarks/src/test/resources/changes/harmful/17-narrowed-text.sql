-- rule: narrowed-column
-- subject: member.members.display_name
-- services: member, segment
-- line: 5
ALTER TABLE member.members MODIFY COLUMN display_name varchar(20) NOT NULL;
