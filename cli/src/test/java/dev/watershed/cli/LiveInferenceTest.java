package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.inference.TouchInference;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.RowAction;
import dev.watershed.sql.lexical.TableAction;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.catalog.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real server as judge: exactly the tables that a statement names or is inferred to touch are
 * read and written when it runs. Its own counters tell, and the rows, since InnoDB's cascades pass
 * the counters by.
 */
class LiveInferenceTest {

  private static final String SCHEMA = "inference_s";
  private static final String OTHER = "inference_o";

  /** Every table has a row 1 and a row 2; the second parent has no child. */
  private static final String OBJECTS =
      """
      CREATE TABLE t (id int PRIMARY KEY, a int);
      CREATE TABLE log_insert (id int AUTO_INCREMENT PRIMARY KEY, a int);
      CREATE TABLE log_update (id int AUTO_INCREMENT PRIMARY KEY, a int);
      CREATE TABLE log_delete (id int AUTO_INCREMENT PRIMARY KEY, a int);
      CREATE TABLE totals (id int PRIMARY KEY, a int);
      CREATE TABLE inference_o.far (id int PRIMARY KEY, a int);
      CREATE TABLE parent (id int PRIMARY KEY, a int);
      CREATE TABLE child (id int PRIMARY KEY, p int, a int,
        CONSTRAINT c1 FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE);
      CREATE TABLE inference_o.grandchild (id int PRIMARY KEY, p int, a int,
        CONSTRAINT c2 FOREIGN KEY (p) REFERENCES inference_s.child (id) ON DELETE CASCADE);
      CREATE TABLE nulled (id int PRIMARY KEY, p int, a int,
        CONSTRAINT c3 FOREIGN KEY (p) REFERENCES parent (id) ON DELETE SET NULL ON UPDATE CASCADE);
      CREATE TABLE child_log (id int AUTO_INCREMENT PRIMARY KEY, a int);
      CREATE TRIGGER ti AFTER INSERT ON t FOR EACH ROW INSERT INTO log_insert (a) VALUES (NEW.a);
      CREATE TRIGGER tu AFTER UPDATE ON t FOR EACH ROW INSERT INTO log_update (a) VALUES (NEW.a);
      CREATE TRIGGER td BEFORE DELETE ON t FOR EACH ROW
        INSERT INTO log_delete (a) SELECT a FROM inference_o.far;
      CREATE TRIGGER lu AFTER INSERT ON log_update FOR EACH ROW UPDATE totals SET a = a + 1;
      CREATE TRIGGER cd AFTER DELETE ON child FOR EACH ROW INSERT INTO child_log (a) VALUES (OLD.a);
      CREATE TRIGGER cu AFTER UPDATE ON child FOR EACH ROW INSERT INTO child_log (a) VALUES (NEW.a);
      CREATE FUNCTION f(x int) RETURNS int READS SQL DATA RETURN x + (SELECT MAX(a) FROM totals);
      CREATE PROCEDURE inference_o.q() DELETE FROM far WHERE id = 1;
      CREATE PROCEDURE p(x int) BEGIN
        IF x > 0 THEN UPDATE t SET a = a + x; END IF; CALL inference_o.q(); END;
      CREATE VIEW v AS SELECT id, a FROM t WHERE a < 1000;
      CREATE VIEW joined AS SELECT t.id, far.a FROM t JOIN inference_o.far ON t.id = far.id;
      CREATE VIEW computed AS SELECT id, f(a) AS b FROM parent;
      """;

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {

    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT * FROM t WHERE id = 1",
          "INSERT INTO t (id, a) VALUES (9, 1)",
          "INSERT INTO t (id, a) VALUES (8, 1), (1, 5) ON DUPLICATE KEY UPDATE a = VALUES(a) + 1",
          "REPLACE INTO t (id, a) VALUES (1, 7)",
          "UPDATE t SET a = a + 1 WHERE id = 1",
          "DELETE FROM t WHERE id = 1",
          "TRUNCATE TABLE log_insert",
          "UPDATE totals SET a = 3",
          "INSERT INTO log_update (a) VALUES (4)",
          "DELETE FROM parent WHERE id = 1",
          "UPDATE parent SET a = 9 WHERE id = 1",
          "UPDATE parent SET id = 7 WHERE id = 1",
          "DELETE FROM child WHERE id = 1",
          "UPDATE child SET a = 9 WHERE id = 1",
          "CALL p(1)",
          "CALL inference_o.q()",
          "SELECT f(a) FROM parent",
          "DO f(1)",
          "SELECT * FROM v",
          "UPDATE v SET a = 4 WHERE id = 1",
          "DELETE FROM v WHERE id = 1",
          "SELECT * FROM joined",
          "SELECT * FROM computed",
          "UPDATE t JOIN inference_o.far ON t.id = far.id SET t.a = far.a + 1",
        })
    void exactlyTheInferredTablesMove(String sql) throws Exception {
      make();
      TouchInference inference = new TouchInference(catalog());
      String fingerprint = fingerprint(sql);
      LexicalActions actions = LexicalPass.actions(fingerprint);
      SortedSet<String> touched = new TreeSet<>();
      SortedSet<String> written = new TreeSet<>();
      SortedMap<String, List<String>> rows = rows();
      for (TableAction table : actions.tables()) {
        String name = table.schema().orElse(SCHEMA) + "." + table.table();
        if (rows.containsKey(name)) {
          (table.action() == RowAction.READ ? touched : written).add(name);
        }
      }
      for (InferredTouch touch : inference.ofStatement(actions, Optional.of(SCHEMA)).touches()) {
        (touch.written() ? written : touched).add(touch.table());
      }
      touched.addAll(written);

      SortedMap<String, long[]> before = counters();
      execute(sql);
      SortedMap<String, long[]> after = counters();
      SortedSet<String> moved = new TreeSet<>();
      SortedSet<String> changed = new TreeSet<>();
      for (Map.Entry<String, List<String>> table : rows().entrySet()) {
        String name = table.getKey();
        long[] was = before.getOrDefault(name, new long[2]);
        long[] is = after.getOrDefault(name, new long[2]);
        boolean differs = !table.getValue().equals(rows.get(name));
        if (is[1] > was[1] || differs) {
          changed.add(name);
        }
        if (is[0] > was[0] || is[1] > was[1] || differs) {
          moved.add(name);
        }
      }
      assertThat(changed).as("written by %s", sql).isEqualTo(written);
      assertThat(moved).as("touched by %s", sql).isEqualTo(touched);
    }

    private void make() throws SQLException {
      execute("DROP DATABASE IF EXISTS " + OTHER);
      execute("DROP DATABASE IF EXISTS " + SCHEMA);
      execute("CREATE DATABASE " + OTHER);
      execute("CREATE DATABASE " + SCHEMA);
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        for (String object : OBJECTS.split(";\\n", -1)) {
          if (!object.isBlank()) {
            statement.execute(object);
          }
        }
        for (String table : List.of("t", "totals", "inference_o.far", "parent")) {
          statement.execute("INSERT INTO " + table + " VALUES (1, 10), (2, 20)");
        }
        for (String table : List.of("child", "inference_o.grandchild", "nulled")) {
          statement.execute("INSERT INTO " + table + " VALUES (1, 1, 10)");
        }
        statement.execute("INSERT INTO log_insert (a) VALUES (1)");
        statement.execute(
            "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES'"
                + " WHERE NAME = 'wait/io/table/sql/handler'");
      }
    }

    private Catalog catalog() throws ServerException {
      ServerAddress address =
          new ServerAddress("a", LiveAddress.url(server), LiveServer.USER, LiveServer.PASSWORD);
      try (ServerPool pool = new ServerPool(address, ServerLimits.catalog(), LiveCatalog.tables());
          QuerySession session = pool.session()) {
        return LiveCatalog.read(session, false);
      }
    }

    private static String fingerprint(String sql) {
      return Fingerprints.of(sql, SqlMode.standard()).text();
    }

    /** How often each table was read and written, by {@code schema.table}. */
    private SortedMap<String, long[]> counters() throws SQLException {
      SortedMap<String, long[]> counters = new TreeMap<>();
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT OBJECT_SCHEMA, OBJECT_NAME, COUNT_READ, COUNT_WRITE FROM"
                      + " performance_schema.table_io_waits_summary_by_table WHERE OBJECT_SCHEMA"
                      + " LIKE 'inference%' AND OBJECT_TYPE = 'TABLE'")) {
        while (rows.next()) {
          counters.put(
              rows.getString(1) + "." + rows.getString(2),
              new long[] {rows.getLong(3), rows.getLong(4)});
        }
      }
      return counters;
    }

    /** The rows of every table. */
    private SortedMap<String, List<String>> rows() throws SQLException {
      SortedMap<String, List<String>> all = new TreeMap<>();
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
            statement.executeQuery(
                "SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) FROM information_schema.TABLES WHERE"
                    + " TABLE_SCHEMA LIKE 'inference%' AND TABLE_TYPE = 'BASE TABLE'")) {
          while (tables.next()) {
            names.add(tables.getString(1));
          }
        }
        for (String name : names) {
          List<String> rows = new ArrayList<>();
          try (ResultSet found = statement.executeQuery("SELECT * FROM " + name)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
              StringBuilder row = new StringBuilder();
              for (int column = 1; column <= columns; column++) {
                row.append(found.getString(column)).append(',');
              }
              rows.add(row.toString());
            }
          }
          all.put(name, rows);
        }
      }
      return all;
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = sql.contains("DATABASE") ? server.connect() : connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private Connection connect() throws SQLException {
      Connection connection = server.connect();
      connection.setCatalog(SCHEMA);
      return connection;
    }
  }
}
