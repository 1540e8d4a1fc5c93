-- rule: unknown-name
-- subject: member.members.nickname
-- services: member
-- options: --sql FILE --service member
-- line: 7
SELECT id FROM member.members WHERE id = 5;
SELECT id, nickname FROM member.members WHERE id = 5;
