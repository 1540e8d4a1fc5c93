-- rule: used-index
-- subject: member.member_sessions.PRIMARY
-- services: session
-- line: 6
ALTER TABLE member.member_sessions
  DROP PRIMARY KEY,
  ADD COLUMN id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;
