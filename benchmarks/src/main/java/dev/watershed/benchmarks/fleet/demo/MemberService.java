package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Accounts, sessions and points. */
final class MemberService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_member",
          "member",
          2,
          3,
          2.5,
          false,
          List.of(
              MemberService::session,
              MemberService::session,
              MemberService::session,
              MemberService::logIn,
              MemberService::points));

  private MemberService() {}

  private static void session(Session s) throws SQLException {
    s.select(
        "SELECT m.id, m.display_name, m.points FROM members m JOIN sessions x ON x.member_id = m.id"
            + " WHERE x.token = ? AND x.expires_at > NOW()",
        "%032x".formatted(s.below(4_000)));
  }

  private static void logIn(Session s) throws SQLException {
    long member = s.popular(Catalog.MEMBERS);
    s.select(
        "SELECT id, display_name, status FROM members WHERE email = ?",
        "m" + member + "@example.org");
    s.update("UPDATE members SET last_login_at = NOW() WHERE id = ?", member);
    s.update(
        "REPLACE INTO sessions (token, member_id, expires_at)"
            + " VALUES (?, ?, NOW() + INTERVAL 30 DAY)",
        "%032x".formatted(s.below(4_000)),
        member);
  }

  private static void points(Session s) throws SQLException {
    long member = s.popular(Catalog.MEMBERS);
    s.select(
        "SELECT SUM(amount) FROM point_entries WHERE member_id = ? AND created_at >= ?",
        member,
        "2026-01-01");
    s.transaction(
        () -> {
          s.update(
              "INSERT INTO point_entries (member_id, amount, reason, created_at)"
                  + " VALUES (?, ?, 'visit', NOW())",
              member,
              1 + s.below(50));
          s.update("UPDATE members SET points = points + 1 WHERE id = ?", member);
        });
  }
}
