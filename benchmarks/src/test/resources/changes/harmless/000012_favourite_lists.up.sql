-- options: --ddl FILE --schema market
BEGIN;
CREATE TABLE IF NOT EXISTS `favourite_lists` (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `member_id` BIGINT UNSIGNED NOT NULL,
  `title` VARCHAR(80) NOT NULL,
  INDEX `ix_favourite_lists_member` (`member_id`)
);
ALTER TABLE `favourites`
  ADD COLUMN `list_id` BIGINT UNSIGNED NULL AFTER `member_id`,
  ADD INDEX `ix_favourites_list` (`list_id`);
COMMIT;
