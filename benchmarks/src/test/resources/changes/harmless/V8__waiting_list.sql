-- options: --ddl FILE --schema booking
CREATE TABLE waiting_entries (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  plan_id bigint unsigned NOT NULL,
  member_id bigint unsigned NOT NULL,
  position int NOT NULL,
  created_at datetime NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_waiting_entries_plan_member (plan_id, member_id),
  KEY ix_waiting_entries_member (member_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE waiting_notices (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  entry_id bigint unsigned NOT NULL,
  sent_at datetime NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_waiting_notices_entry FOREIGN KEY (entry_id) REFERENCES waiting_entries (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE bookings ADD COLUMN waiting_entry_id bigint unsigned NULL, ALGORITHM=INSTANT;
