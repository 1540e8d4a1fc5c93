-- rule: new-statement-owners
-- subject: coupon, member
-- services: campaign
-- options: --sql FILE --service campaign
-- line: 6
SELECT c.id, m.display_name
FROM coupon.codes c
JOIN member.members m ON m.id = c.member_id
WHERE c.code = 'SPRING';
