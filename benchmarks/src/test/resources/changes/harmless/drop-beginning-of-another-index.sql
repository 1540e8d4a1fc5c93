-- ix_point_entries_member_created begins with member_id.
DROP INDEX ix_point_entries_member ON member.point_entries;
