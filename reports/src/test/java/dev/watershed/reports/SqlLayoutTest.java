package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlLayoutTest {

  @Test
  void clausesAndConditionsBeginLines() {
    String fingerprint =
        "SELECT o.id, COUNT(*) FROM market.orders o LEFT JOIN items i ON i.order_id = o.id"
            + " WHERE o.member_id = ? AND (a = ? OR b BETWEEN ? AND ?) AND c BETWEEN ? AND ?"
            + " GROUP BY o.id ORDER BY created_at DESC LIMIT ?";
    assertThat(SqlLayout.lines(fingerprint))
        .containsExactly(
            "SELECT o.id, COUNT(*)",
            "FROM market.orders o",
            "LEFT JOIN items i ON i.order_id = o.id",
            "WHERE o.member_id = ?",
            "  AND (a = ? OR b BETWEEN ? AND ?)",
            "  AND c BETWEEN ? AND ?",
            "GROUP BY o.id",
            "ORDER BY created_at DESC",
            "LIMIT ?");
  }

  @Test
  void subqueriesStayWhole() {
    assertThat(SqlLayout.lines("SELECT a FROM t WHERE b IN (SELECT c FROM d WHERE e = ?)"))
        .containsExactly("SELECT a", "FROM t", "WHERE b IN (SELECT c FROM d WHERE e = ?)");
  }

  @Test
  void deleteFromIsOneClause() {
    assertThat(SqlLayout.lines("DELETE FROM t WHERE a = ?"))
        .containsExactly("DELETE FROM t", "WHERE a = ?");
  }

  @Test
  void quotedIdentifiersAreNoClauses() {
    assertThat(SqlLayout.lines("SELECT `x FROM ( y` FROM t"))
        .containsExactly("SELECT `x FROM ( y`", "FROM t");
  }

  @Test
  void onlyBlanksChange() {
    String fingerprint = "UPDATE a JOIN b USING (id) SET x = ? WHERE y = ? AND z IS NULL";
    assertThat(String.join(" ", SqlLayout.lines(fingerprint)).replaceAll(" +", " "))
        .isEqualTo(fingerprint);
  }
}
