-- rule: narrowed-column
-- subject: coupon.codes.used_at
-- services: campaign, coupon
-- severity: warning
-- line: 6
ALTER TABLE coupon.codes MODIFY COLUMN used_at datetime NOT NULL;
