USE member;
-- Sessions that end are looked for by their end.
ALTER TABLE member_sessions ADD INDEX ix_member_sessions_expires (expires_at), ALGORITHM=INPLACE, LOCK=NONE;
