-- rule: blocking-ddl
-- subject: message.messages
-- services: message
-- line: 5
ALTER TABLE message.messages CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
