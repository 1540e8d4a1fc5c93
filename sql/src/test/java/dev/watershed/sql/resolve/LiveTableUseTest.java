package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of statements against those that the server counts as read and written while it runs
 * them. Every table has the same few rows, so that no join is empty.
 */
@Live(Product.MYSQL)
class LiveTableUseTest {

  private static final String COLUMNS =
      " (id INT PRIMARY KEY, a INT, b INT, c VARCHAR(20), doc JSON)";

  private static final List<String> VIEWS =
      List.of(
          "CREATE VIEW joined AS SELECT t.id, u.a FROM t JOIN u ON t.id = u.id",
          "CREATE VIEW outermost AS SELECT j.id, v.b FROM joined j, v WHERE v.id = j.id",
          "CREATE VIEW part AS SELECT id, a FROM t WHERE b > 0",
          "CREATE VIEW united AS SELECT id FROM u UNION ALL SELECT id FROM w");

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT * FROM t",
          "SELECT x.a FROM t AS x LEFT JOIN u ON u.id = x.id AND u.a = 1 WHERE x.b > 0",
          "SELECT a FROM t WHERE id IN (SELECT id FROM u WHERE EXISTS (SELECT 1 FROM v WHERE v.id = u.id))",
          "SELECT (SELECT MAX(a) FROM u WHERE u.id = t.id), (SELECT COUNT(a) FROM w) FROM t",
          "SELECT d.s FROM (SELECT SUM(a) AS s FROM t GROUP BY b) d JOIN (SELECT id FROM u) e ON d.s >= e.id",
          "SELECT l.a FROM t, LATERAL (SELECT u.a FROM u WHERE u.id = t.id ORDER BY u.a LIMIT 1) l",
          "WITH t AS (SELECT id FROM u), q AS (SELECT id FROM t) SELECT * FROM q JOIN v USING (id)",
          "WITH RECURSIVE c AS (SELECT id FROM t WHERE id = 1 UNION ALL SELECT u.id FROM u JOIN c ON u.id = c.id + 1) SELECT * FROM c",
          "SELECT a FROM t UNION SELECT a FROM u UNION ALL (SELECT a FROM v ORDER BY b LIMIT 1)",
          "SELECT * FROM (t JOIN u ON t.id = u.id) LEFT JOIN (v JOIN w ON v.id = w.id) ON v.id = t.id",
          "SELECT * FROM t NATURAL JOIN u STRAIGHT_JOIN v CROSS JOIN w",
          "SELECT j.x FROM t, JSON_TABLE(t.doc, '$[*]' COLUMNS (x INT PATH '$')) AS j",
          "SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY (SELECT MAX(id) FROM u)) FROM t",
          "SELECT CASE WHEN a > 0 THEN (SELECT MAX(id) FROM v) END FROM t WHERE a = 1 OR b IN (SELECT b FROM u)",
          "SELECT 1 FROM DUAL WHERE EXISTS (SELECT * FROM t)",
          "SELECT a FROM t WHERE id = 1 FOR UPDATE",
          "TABLE t",
          "SELECT * FROM joined",
          "SELECT o.b FROM outermost o JOIN united x ON x.id = o.id",
          "SELECT * FROM (SELECT id FROM part) p WHERE p.id IN (SELECT id FROM united)",
          "INSERT INTO t (id, a) VALUES (100, 1), (101, (SELECT MAX(a) FROM u))",
          "INSERT INTO t (id, a) SELECT u.id + 100, v.a FROM u JOIN v USING (id)",
          "INSERT INTO t (id, a) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = VALUES(a) + 1, b = (SELECT MAX(b) FROM w)",
          "INSERT INTO t SET id = 100, a = 3",
          "REPLACE INTO t (id, a) SELECT id, a FROM u",
          "UPDATE t SET a = a + 1, b = (SELECT MAX(b) + 7 FROM u) WHERE id = 2",
          "UPDATE t x JOIN u ON x.id = u.id SET x.a = u.a + 100 WHERE u.b > 0",
          "UPDATE t, u SET t.a = 99, u.b = 98 WHERE t.id = u.id",
          "WITH c AS (SELECT id FROM v) UPDATE t JOIN c ON t.id = c.id SET t.a = 77",
          "UPDATE part SET a = 55 WHERE id = 1",
          "DELETE FROM t WHERE id = 3",
          "DELETE x, u FROM t x JOIN u ON x.id = u.id JOIN v ON v.id = u.id WHERE x.a > 0",
          "DELETE FROM x USING t x JOIN u ON x.id = u.id",
          "DELETE FROM part WHERE id = 2",
          "INSERT INTO part (id, a) VALUES (200, 1)");

  @Test
  void tablesAreThoseThatTheServerTouches(LiveServer server) throws SQLException {
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      String schema = connection.getCatalog();
      SchemaView schemas = define(statement, schema);
      connection.setAutoCommit(false);
      for (String sql : STATEMENTS) {
        StatementFacts facts =
            Understanding.of(
                Fingerprints.of(sql, SqlMode.standard()).text(),
                false,
                Optional.of(schema),
                schemas);
        assertThat(facts.issues()).as(sql).isEmpty();
        assertThat(touched(facts)).as(sql).isEqualTo(counted(connection, schema, sql));
      }
    }
  }

  private static SchemaView define(Statement statement, String schema) throws SQLException {
    StringBuilder script = new StringBuilder();
    for (String table : List.of("t", "u", "v", "w")) {
      String create = "CREATE TABLE " + table + COLUMNS;
      statement.execute(create);
      statement.execute(
          "INSERT INTO "
              + table
              + " VALUES (1, 1, 1, '1', '[1]'), (2, 2, 2, '2', '[2]'), (3, 3, 3, '3', '[3]')");
      script.append(create).append(";\n");
    }
    for (String view : VIEWS) {
      statement.execute(view);
      script.append(view).append(";\n");
    }
    return ScriptSchemas.of(script.toString(), schema);
  }

  /** The base tables, those behind views too; written ones with a mark. */
  private static Set<String> touched(StatementFacts facts) {
    Set<String> views = Set.of("joined", "outermost", "part", "united");
    Set<String> written =
        facts.tables().stream()
            .filter(named -> named.use() == TableUse.WRITE)
            .map(named -> named.table().table())
            .collect(Collectors.toSet());
    return facts.tables().stream()
        .map(NamedTable::table)
        .map(table -> table.table())
        .filter(table -> !views.contains(table))
        .map(table -> written.contains(table) ? table + "!" : table)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Runs a statement, takes it back, and asks what it did to tables. */
  private static Set<String> counted(Connection connection, String schema, String sql)
      throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE TABLE performance_schema.table_io_waits_summary_by_table");
      statement.execute(sql);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT object_name, count_write"
                  + " FROM performance_schema.table_io_waits_summary_by_table"
                  + " WHERE object_schema = '"
                  + schema
                  + "' AND count_star > 0")) {
        while (rows.next()) {
          tables.add(rows.getString(1) + (rows.getLong(2) > 0 ? "!" : ""));
        }
      }
    } finally {
      connection.rollback();
    }
    return tables;
  }
}
