-- rule: used-table
-- subject: coupon.codes
-- services: booking, campaign, coupon
-- line: 5
RENAME TABLE coupon.codes TO coupon.campaign_codes;
