ALTER TABLE member.rank_masters ADD COLUMN colour varchar(16) NULL INVISIBLE;
