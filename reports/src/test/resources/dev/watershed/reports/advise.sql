-- server booking 9.7.4

-- index-6454ca0af0: add shop.orders (member_id, created_at)
-- 1 digest with 34.0 % of the time; rows examined: 59.1M → 20k in all, by the model
-- takes 12.6 MB, 3.2 entries written a second, confidence high
-- tried: proven, the optimizer takes it and reads fewer rows; 1 statement run
-- 0123456789abcdef: rows read 59,150 → 20, 41 ms → 310 µs
ALTER TABLE `shop`.`orders` ADD INDEX `idx_orders` (`member_id`, `created_at`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo: ALTER TABLE `shop`.`orders` DROP INDEX `idx_orders`;

-- index-94ad2e0b19: add shop.events (kind)
-- 1 digest with 34.0 % of the time; rows examined: 59.1M → 20k in all, by the model
-- takes 12.6 MB, 3.2 entries written a second, confidence medium
-- Replicas would fall behind while the index is built.
-- gh-ost --database='shop' --table='events' --alter='ADD INDEX `idx_events` (`kind`)' --execute
-- pt-online-schema-change --alter 'ADD INDEX `idx_events` (`kind`)' 'D=shop,t=events' --execute
-- ALTER TABLE `shop`.`events` ADD INDEX `idx_events` (`kind`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo: ALTER TABLE `shop`.`events` DROP INDEX `idx_events`;

-- index-0a92bc38c5: add shop.drafts (state)
-- 1 digest with 34.0 % of the time; rows examined: 59.1M → 20k in all, by the model
-- takes 12.6 MB, 3.2 entries written a second, confidence low
-- The table has no statistics.
-- ALTER TABLE `shop`.`drafts` ADD INDEX `idx_drafts` (`state`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo: ALTER TABLE `shop`.`drafts` DROP INDEX `idx_drafts`;

-- index-d13ab537b5: drop-redundant shop.lines (order_id)
-- k_order_item begins with the columns of k_order
-- gives back 3.15 MB, 13 entries written a second, confidence high
-- Hidden first, so that it is back at once if a statement needs it.
ALTER TABLE `shop`.`lines` ALTER INDEX `k_order` INVISIBLE;
-- later: ALTER TABLE `shop`.`lines` DROP INDEX `k_order`;
-- undo: ALTER TABLE `shop`.`lines` ALTER INDEX `k_order` VISIBLE;

