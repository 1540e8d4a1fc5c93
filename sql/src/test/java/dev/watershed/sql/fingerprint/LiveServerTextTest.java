package dev.watershed.sql.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of a real server, and the texts that its performance_schema keeps. */
class LiveServerTextTest {

  @Test
  @Live(Product.MYSQL)
  void theTableHoldsTheServersWords(LiveServer server) throws SQLException {
    List<String> words = column(server, "SELECT word FROM information_schema.keywords");
    TreeSet<String> ours = new TreeSet<>(Tokens.TABLE.words().keySet());
    ours.removeIf(word -> word.startsWith("_"));
    assertThat(ours).containsExactlyElementsOf(new TreeSet<>(words));
    List<String> sets =
        column(server, "SELECT UPPER(character_set_name) FROM information_schema.character_sets");
    assertThat(KeywordTable.CHARACTER_SETS.strip().split("\\s+", -1)).containsAll(sets);
  }

  @Test
  @Live(Product.MYSQL)
  void everyWordPrintsAsTheServerPrintsIt(LiveServer server) throws SQLException {
    int checked = 0;
    try (ServerDigests digests = ServerDigests.open(server, "")) {
      TreeSet<String> words = new TreeSet<>(Tokens.TABLE.words().keySet());
      words.addAll(Tokens.TABLE.functions().keySet());
      // Stands for every character set in a canonical text, and for none at a server.
      words.remove("_CHARSET");
      for (String word : words) {
        for (String form : List.of("SELECT %s FROM t", "SELECT %s('a') FROM t", "SELECT a %s b")) {
          String statement = form.formatted(word);
          var answer = digests.of(statement);
          if (answer.isPresent()) {
            checked++;
            assertThat(Fingerprints.ofDigestText(answer.get().text()))
                .describedAs(statement)
                .isEqualTo(Fingerprints.of(statement, SqlMode.standard()));
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  @Live(Product.MYSQL)
  void theStepsOfAPreparedStatementAreTheStatement(LiveServer server) throws SQLException {
    String query = "SELECT id FROM prepared WHERE id = ? AND id > -? AND name IN (?, ?) LIMIT ?";
    try (Connection schema = server.connectToNewSchema();
        Connection connection = prepared(server, schema.getCatalog());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE prepared (id INT, name VARCHAR(9))");
      try (PreparedStatement asked = connection.prepareStatement(query)) {
        for (int i = 1; i < 6; i++) {
          asked.setInt(i, i);
        }
        asked.executeQuery().close();
      }
      Fingerprint logged =
          Fingerprints.of(
              "SELECT id FROM prepared WHERE id = 1 AND id > -2 AND name IN ('3', '4') LIMIT 5",
              SqlMode.standard());
      List<String> texts = digestTexts(statement, "%FROM `prepared` WHERE%");
      assertThat(texts).hasSize(3);
      assertThat(texts).allMatch(text -> Fingerprints.ofDigestText(text).equals(logged));
    }
  }

  @Test
  @Live(Product.MYSQL)
  void aTruncatedTextIsKnownAsOne(LiveServer server) throws SQLException {
    String columns = String.join(", ", Collections.nCopies(300, "some_column"));
    String list = "SELECT 1 FROM truncated WHERE a IN (" + "1, ".repeat(3000) + "1)";
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE truncated (a INT, some_column INT)");
      String wide = "SELECT " + columns + " FROM truncated";
      statement.executeQuery(wide).close();
      statement.executeQuery(list).close();
      Map<Boolean, List<Fingerprint>> byTruncation =
          digestTexts(statement, "SELECT `some_column` ,%").stream()
              .map(Fingerprints::ofDigestText)
              .collect(Collectors.partitioningBy(Fingerprint::truncated));
      assertThat(byTruncation.get(true)).hasSize(1);
      assertThat(digestTexts(statement, "SELECT ? FROM `truncated`%"))
          .singleElement()
          .matches(text -> !Fingerprints.ofDigestText(text).truncated());
      Fingerprint whole = Fingerprints.of(wide, SqlMode.standard());
      assertThat(whole.text()).startsWith(byTruncation.get(true).get(0).text());
    }
  }

  @Test
  @Live(Product.MARIADB)
  void mariaDbsTextsComeToTheSameForm(LiveServer server) throws SQLException {
    List<String> statements =
        List.of(
            "SELECT a FROM maria WHERE a = -5 AND a IN (1) OR a IN (1, 2) LIMIT 3",
            "INSERT INTO maria VALUES (1, 'a'), (2, NULL)",
            "SELECT COUNT(*), NOW() FROM maria AS m WHERE m.b <> 'x' GROUP BY a",
            "UPDATE maria SET b = 'x', a = a + 1 WHERE a BETWEEN -1 AND +2",
            "DELETE FROM maria WHERE b IS NOT NULL");
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE maria (a INT, b VARCHAR(9))");
      for (String sql : statements) {
        statement.execute(sql);
      }
      List<Fingerprint> ofTexts =
          digestTexts(statement, "%`maria`%").stream().map(Fingerprints::ofDigestText).toList();
      for (String sql : statements) {
        assertThat(ofTexts).contains(Fingerprints.of(sql, SqlMode.standard()));
      }
    }
  }

  private static Connection prepared(LiveServer server, String schema) throws SQLException {
    String url = server.url().replaceFirst("/(\\?|$)", "/" + schema + "$1");
    return DriverManager.getConnection(
        url + "&useServerPrepStmts=true", LiveServer.USER, LiveServer.PASSWORD);
  }

  private static List<String> digestTexts(Statement statement, String like) throws SQLException {
    String query =
        "SELECT digest_text FROM performance_schema.events_statements_summary_by_digest"
            + " WHERE schema_name = DATABASE() AND digest_text LIKE '%s'".formatted(like);
    return column(statement, query);
  }

  private static List<String> column(LiveServer server, String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      return column(statement, query);
    }
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
