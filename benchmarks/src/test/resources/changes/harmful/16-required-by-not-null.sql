-- rule: required-column
-- subject: message.notifications.thread_id
-- services: notification
-- line: 5
ALTER TABLE message.notifications MODIFY thread_id bigint unsigned NOT NULL;
