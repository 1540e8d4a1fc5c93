-- rule: used-column
-- subject: booking.bookings.code
-- services: booking, checkin, coupon
-- line: 5
ALTER TABLE `booking`.`bookings` CHANGE COLUMN `code` `booking_code` varchar(20) NOT NULL;
