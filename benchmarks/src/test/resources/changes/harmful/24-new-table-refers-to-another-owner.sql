-- rule: foreign-key-owner
-- subject: coupon.code_claims.fk_code_claims_member
-- services: coupon, member
-- line: 5
CREATE TABLE coupon.code_claims (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  member_id bigint unsigned NOT NULL,
  claimed_at datetime NOT NULL,
  PRIMARY KEY (id),
  KEY ix_code_claims_member (member_id),
  CONSTRAINT fk_code_claims_member FOREIGN KEY (member_id) REFERENCES member.members (id)
);
