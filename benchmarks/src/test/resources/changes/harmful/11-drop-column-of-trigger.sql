-- rule: used-column
-- subject: member.member_audits.old_status
-- services: member
-- line: 6
ALTER TABLE member.member_audits
  DROP COLUMN old_status;
