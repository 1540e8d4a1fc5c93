package dev.watershed.collector.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whether a statement commits, asked of a real server: a row is inserted in a transaction, the
 * statement runs, and everything is rolled back. The row is there afterwards if it committed.
 */
class LiveImplicitCommitTest {

  private static final List<String> STATEMENTS =
      List.of(
          "select * from other",
          "insert into other values (9)",
          "do 1",
          "set names utf8mb4",
          "set autocommit=1",
          "use information_schema",
          "show tables",
          "explain select * from other",
          "savepoint a",
          "call nothing()",
          "handler other open",
          "begin",
          "start transaction read only",
          "commit",
          "commit and chain",
          "rollback",
          "create table made (a int)",
          "create table made2 like other",
          "create temporary table passing (a int)",
          "drop temporary table passing",
          "create index i on other (a)",
          "alter table other add column b int",
          "rename table made2 to made3",
          "truncate table other",
          "drop table made3",
          "create view seen as select * from other",
          "drop view seen",
          "create procedure made_too() select 1",
          "drop procedure made_too",
          "create trigger tr before insert on other for each row set @x = 1",
          "create user somebody@localhost",
          "grant select on *.* to somebody@localhost",
          "revoke select on *.* from somebody@localhost",
          "set password for somebody@localhost = PASSWORD",
          "rename user somebody@localhost to anybody@localhost",
          "drop user anybody@localhost",
          "analyze table other",
          "check table other",
          "checksum table other",
          "optimize table other",
          "repair table other",
          "load index into cache other",
          "flush tables",
          "lock tables other read",
          "unlock tables");

  @Test
  @Live(Product.MYSQL)
  void theEffectsAreThoseOfMySql(LiveServer server) throws SQLException {
    assertThat(differences(server, STATEMENTS)).isEmpty();
  }

  @Test
  @Live(Product.MARIADB)
  void theEffectsAreThoseOfMariaDbButForItsKeyCache(LiveServer server) throws SQLException {
    List<String> statements = new ArrayList<>(STATEMENTS);
    statements.add("create or replace temporary table passing (a int)");
    statements.add("create or replace table made (a int)");
    assertThat(differences(server, statements))
        .containsExactly("load index into cache other does not commit");
  }

  private static List<String> differences(LiveServer server, List<String> statements)
      throws SQLException {
    List<String> differences = new ArrayList<>();
    boolean mysql = server.product() == Product.MYSQL;
    String names = UUID.randomUUID().toString().substring(0, 8);
    try (Connection connection = server.connectToNewSchema();
        Connection observer = server.connect();
        Statement statement = connection.createStatement();
        Statement outside = observer.createStatement()) {
      String schema = connection.getCatalog();
      statement.execute("create table kept (a int) engine=innodb");
      statement.execute("create table other (a int) engine=innodb");
      statement.execute("create procedure nothing() select 1");
      for (int id = 0; id < statements.size(); id++) {
        String text =
            statements
                .get(id)
                .replace("somebody", "s" + names)
                .replace("anybody", "a" + names)
                .replace("PASSWORD", mysql ? "'Long-enough_1'" : "password('Long-enough_1')");
        statement.execute("begin");
        statement.execute("insert into " + schema + ".kept values (" + id + ")");
        statement.execute(text);
        statement.execute("rollback");
        statement.execute("unlock tables");
        statement.execute("use " + schema);
        boolean committed = exists(outside, schema, id);
        if (committed != commits(text)) {
          differences.add(text + (committed ? " commits" : " does not commit"));
        }
      }
    }
    return differences;
  }

  private static boolean exists(Statement statement, String schema, int id) throws SQLException {
    String query = "select count(*) from " + schema + ".kept where a = " + id;
    try (ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1) == 1;
    }
  }

  private static boolean commits(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Fingerprint fingerprint = Fingerprints.of(bytes, SqlMode.standard());
    StatementEffect effect =
        new StatementEffects().of(fingerprint.digest(), bytes, 0, bytes.length, () -> fingerprint);
    return switch (effect) {
      case BEGIN, COMMIT, COMMIT_AND_CHAIN, IMPLICIT_COMMIT, LOCK_TABLES -> true;
      default -> false;
    };
  }
}
