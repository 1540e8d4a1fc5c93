CREATE DATABASE member; CREATE DATABASE plan; CREATE DATABASE booking; CREATE DATABASE payment;
CREATE DATABASE search; CREATE DATABASE coupon; CREATE DATABASE review; CREATE DATABASE market;

CREATE TABLE member.members (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, email VARCHAR(120) NOT NULL, display_name VARCHAR(60) NOT NULL,
  prefecture_id SMALLINT UNSIGNED NOT NULL, points INT NOT NULL DEFAULT 0, status ENUM('active','paused','left') NOT NULL DEFAULT 'active',
  last_login_at DATETIME NULL, created_at DATETIME NOT NULL, UNIQUE KEY uk_members_email (email));
CREATE TABLE member.point_entries (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, member_id BIGINT UNSIGNED NOT NULL, amount INT NOT NULL,
  reason VARCHAR(40) NOT NULL, created_at DATETIME NOT NULL, KEY ix_point_entries_member (member_id, created_at));
CREATE TABLE member.sessions (
  token CHAR(32) NOT NULL PRIMARY KEY, member_id BIGINT UNSIGNED NOT NULL, expires_at DATETIME NOT NULL, KEY ix_sessions_member (member_id));

CREATE TABLE plan.bases (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(80) NOT NULL, area_code CHAR(4) NOT NULL, rating DECIMAL(3,2) NOT NULL,
  KEY ix_bases_area (area_code));
CREATE TABLE plan.plans (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, base_id INT UNSIGNED NOT NULL, title VARCHAR(120) NOT NULL, category_id SMALLINT UNSIGNED NOT NULL,
  price INT UNSIGNED NOT NULL, duration_minutes SMALLINT UNSIGNED NOT NULL, is_published TINYINT(1) NOT NULL, description TEXT NOT NULL,
  updated_at DATETIME NOT NULL, KEY ix_plans_base (base_id), KEY ix_plans_category (category_id, price));
CREATE TABLE plan.slots (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, plan_id INT UNSIGNED NOT NULL, starts_at DATETIME NOT NULL, capacity SMALLINT NOT NULL,
  booked SMALLINT NOT NULL DEFAULT 0, UNIQUE KEY uk_slots_plan_start (plan_id, starts_at));

CREATE TABLE booking.bookings (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, member_id BIGINT UNSIGNED NOT NULL, plan_id INT UNSIGNED NOT NULL, slot_id BIGINT UNSIGNED NOT NULL,
  people SMALLINT NOT NULL, amount INT NOT NULL, status ENUM('requested','confirmed','cancelled','done') NOT NULL, coupon_code VARCHAR(20) NULL,
  created_at DATETIME NOT NULL, KEY ix_bookings_member (member_id, created_at), KEY ix_bookings_plan (plan_id));
CREATE TABLE booking.booking_people (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, booking_id BIGINT UNSIGNED NOT NULL, age_group VARCHAR(10) NOT NULL, quantity SMALLINT NOT NULL,
  KEY ix_booking_people_booking (booking_id));
CREATE TABLE booking.status_changes (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, booking_id BIGINT UNSIGNED NOT NULL, status VARCHAR(12) NOT NULL, note VARCHAR(200) NOT NULL,
  created_at DATETIME NOT NULL, KEY ix_status_changes_booking (booking_id));

CREATE TABLE payment.payments (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, booking_id BIGINT UNSIGNED NOT NULL, amount INT NOT NULL, method VARCHAR(12) NOT NULL,
  state VARCHAR(12) NOT NULL, authorized_at DATETIME NULL, captured_at DATETIME NULL, KEY ix_payments_booking (booking_id));
CREATE TABLE payment.ledger (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, payment_id BIGINT UNSIGNED NOT NULL, account_code SMALLINT NOT NULL, debit INT NOT NULL, credit INT NOT NULL,
  booked_on DATE NOT NULL, KEY ix_ledger_payment (payment_id));

CREATE TABLE search.plan_documents (
  plan_id INT UNSIGNED NOT NULL PRIMARY KEY, area_code CHAR(4) NOT NULL, title VARCHAR(120) NOT NULL, keywords VARCHAR(400) NOT NULL, price INT UNSIGNED NOT NULL,
  popularity INT NOT NULL, next_start_at DATETIME NULL);
CREATE TABLE search.query_counts (word VARCHAR(60) NOT NULL PRIMARY KEY, searched INT UNSIGNED NOT NULL DEFAULT 0);

CREATE TABLE coupon.campaigns (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(60) NOT NULL, discount INT NOT NULL, remaining INT NOT NULL,
  starts_at DATETIME NOT NULL, ends_at DATETIME NOT NULL);
CREATE TABLE coupon.codes (
  code VARCHAR(20) NOT NULL PRIMARY KEY, campaign_id INT UNSIGNED NOT NULL, member_id BIGINT UNSIGNED NULL, used_at DATETIME NULL, KEY ix_codes_member (member_id));

CREATE TABLE review.reviews (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, plan_id INT UNSIGNED NOT NULL, member_id BIGINT UNSIGNED NOT NULL, stars TINYINT NOT NULL,
  body VARCHAR(400) NOT NULL, helpful INT NOT NULL DEFAULT 0, created_at DATETIME NOT NULL, KEY ix_reviews_plan (plan_id, created_at));
CREATE TABLE review.replies (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, review_id BIGINT UNSIGNED NOT NULL, body VARCHAR(400) NOT NULL, created_at DATETIME NOT NULL,
  KEY ix_replies_review (review_id));

CREATE TABLE market.favorites (
  member_id BIGINT UNSIGNED NOT NULL, plan_id INT UNSIGNED NOT NULL, created_at DATETIME NOT NULL, PRIMARY KEY (member_id, plan_id));
CREATE TABLE market.mail_queue (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, member_id BIGINT UNSIGNED NOT NULL, template VARCHAR(40) NOT NULL, payload JSON NOT NULL,
  state VARCHAR(10) NOT NULL DEFAULT 'new', created_at DATETIME NOT NULL);
CREATE TABLE market.page_views (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, path VARCHAR(120) NOT NULL, member_id BIGINT UNSIGNED NULL, viewed_at DATETIME(3) NOT NULL);
CREATE TABLE market.special_pages (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, slug VARCHAR(60) NOT NULL, title VARCHAR(120) NOT NULL, body TEXT NOT NULL, published_at DATETIME NULL,
  UNIQUE KEY uk_special_pages_slug (slug));

CREATE USER svc_member IDENTIFIED BY 'watershed'; CREATE USER svc_plan IDENTIFIED BY 'watershed'; CREATE USER svc_booking IDENTIFIED BY 'watershed';
CREATE USER svc_payment IDENTIFIED BY 'watershed'; CREATE USER svc_search IDENTIFIED BY 'watershed'; CREATE USER svc_coupon IDENTIFIED BY 'watershed';
CREATE USER svc_review IDENTIFIED BY 'watershed'; CREATE USER svc_market IDENTIFIED BY 'watershed'; CREATE USER batch_night IDENTIFIED BY 'watershed';
GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO svc_member, svc_plan, svc_booking, svc_payment, svc_search, svc_coupon, svc_review, svc_market, batch_night;
