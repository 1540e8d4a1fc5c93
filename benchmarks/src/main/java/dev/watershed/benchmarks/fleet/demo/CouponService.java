package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Redeems coupons. All clients of a sale want the same campaign's row: the lock waits. */
final class CouponService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_coupon",
          "coupon",
          5,
          0.8,
          14,
          false,
          List.of(CouponService::redeem, CouponService::redeem, CouponService::mine));

  private static final int ANSWER_MILLISECONDS = 60;

  private CouponService() {}

  private static void redeem(Session s) throws SQLException {
    String code = "CODE%06d".formatted(1 + s.below(Catalog.CODES));
    s.transaction(
        () -> {
          s.select("SELECT remaining, discount FROM campaigns WHERE id = ? FOR UPDATE", 1);
          s.think(ANSWER_MILLISECONDS);
          s.update("UPDATE campaigns SET remaining = remaining - 1 WHERE id = ?", 1);
          s.update(
              "UPDATE codes SET member_id = ?, used_at = NOW() WHERE code = ? AND used_at IS NULL",
              s.popular(Catalog.MEMBERS),
              code);
        });
  }

  private static void mine(Session s) throws SQLException {
    s.select(
        "SELECT c.code, k.name, k.discount FROM codes c JOIN campaigns k ON k.id = c.campaign_id"
            + " WHERE c.member_id = ? AND c.used_at IS NULL",
        s.popular(Catalog.MEMBERS));
  }
}
