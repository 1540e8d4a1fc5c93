-- rule: join-key-type
-- subject: coupon.codes.code
-- services: coupon
-- line: 5
ALTER TABLE coupon.codes CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
