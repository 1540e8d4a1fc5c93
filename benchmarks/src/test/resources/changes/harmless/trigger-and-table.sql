USE payment;
CREATE TABLE payment_audits (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  payment_id bigint unsigned NOT NULL,
  old_state varchar(16) NOT NULL,
  new_state varchar(16) NOT NULL,
  changed_at datetime NOT NULL,
  PRIMARY KEY (id)
);
DELIMITER //
CREATE TRIGGER tr_payments_audit AFTER UPDATE ON payments FOR EACH ROW
BEGIN
  IF NEW.state <> OLD.state THEN
    INSERT INTO payment_audits (payment_id, old_state, new_state, changed_at)
    VALUES (NEW.id, OLD.state, NEW.state, NOW());
  END IF;
END//
DELIMITER ;
