--liquibase formatted sql

--changeset rating:1 dbms:mysql,mariadb
CREATE TABLE review.review_reports (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  review_id bigint unsigned NOT NULL,
  reason varchar(40) NOT NULL,
  reported_at datetime NOT NULL,
  PRIMARY KEY (id),
  KEY ix_review_reports_review (review_id)
);
--rollback DROP TABLE review.review_reports;

--changeset rating:2
ALTER TABLE review.reviews ADD COLUMN reported_at datetime NULL;
--rollback ALTER TABLE review.reviews DROP COLUMN reported_at;

--changeset rating:3
UPDATE review.reviews SET reported_at = created_at WHERE id BETWEEN 1 AND 1000 AND state = 'reported';
