-- rule: used-column
-- subject: member.profiles.bio
-- services: profile
-- severity: warning
-- line: 6
ALTER TABLE member.profiles DROP COLUMN bio;
