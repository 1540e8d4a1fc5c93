-- rule: used-index
-- subject: coupon.codes.uk_codes_code
-- services: booking, coupon
-- line: 5
ALTER TABLE coupon.codes DROP INDEX uk_codes_code;
