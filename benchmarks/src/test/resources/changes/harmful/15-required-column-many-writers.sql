-- rule: required-column
-- subject: content.photos.checksum
-- services: article, partner, photo, review
-- line: 7
ALTER TABLE content.photos
  ADD COLUMN width int NULL,
  ADD COLUMN checksum varchar(64) NOT NULL AFTER path;
