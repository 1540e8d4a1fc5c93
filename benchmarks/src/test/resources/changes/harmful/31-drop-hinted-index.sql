-- rule: used-index
-- subject: booking.hold_events.ix_hold_events_quantity
-- services: booking
-- line: 5
ALTER TABLE booking.hold_events DROP KEY ix_hold_events_quantity;
