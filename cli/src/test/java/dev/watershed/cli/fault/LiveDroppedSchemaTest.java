package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that come and go while servers are sampled. */
class LiveDroppedSchemaTest {

  private static final int LOOKS = 2;
  private static final int SCHEMAS_A_LOOK = 10;

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void whatRanInThemIsCounted(
      @Live(Product.MYSQL) LiveServer first,
      @Live(Product.MARIADB) LiveServer second,
      @Live(value = Product.MYSQL, flags = LiveProcessFaultTest.ANOTHER) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("dropped");
    Fleet fleet =
        new Fleet(folder).add("faulty-1", first).add("faulty-2", second).add("sound-1", sound);
    fleet.collectAll();
    RunningCollector collector = RunningCollector.start(fleet);
    for (int schema = 0; schema < LOOKS * SCHEMAS_A_LOOK; schema++) {
      useAndDrop(first, "fault_dropped_" + schema, statement);
      useAndDrop(second, "fault_dropped_" + schema, statement);
      statement.run(sound, 1);
      if (schema % SCHEMAS_A_LOOK == 0) {
        collector.awaitLooks(first, 1);
      }
    }
    assertThat(collector.stop()).as(collector.errors()).isZero();
    fleet.collectAll();

    long schemas = (long) LOOKS * SCHEMAS_A_LOOK;
    assertThat(fleet.calls("faulty-1", statement)).isEqualTo(4 * schemas);
    assertThat(fleet.calls("faulty-2", statement)).isEqualTo(4 * schemas);
    assertThat(fleet.calls("sound-1", statement)).isEqualTo(schemas);
    for (String server : List.of("faulty-1", "faulty-2", "sound-1")) {
      assertThat(fleet.issues(server, IssueReason.FAILED_LOOK)).isZero();
      assertThat(fleet.issues(server, IssueReason.COUNTERS_RESET)).isZero();
    }
  }

  private static void useAndDrop(LiveServer server, String schema, Marked statement)
      throws SQLException {
    try (Connection connection = server.connect()) {
      execute(connection, "CREATE DATABASE " + schema);
      execute(connection, "CREATE TABLE " + schema + ".t (a INT)");
      connection.setCatalog(schema);
      statement.run(connection, 2);
      execute(connection, "INSERT INTO t VALUES (1)");
      execute(connection, "DROP DATABASE " + schema);
    }
    statement.run(server, 2);
  }

  /** By a statement of its own, since the driver sets the schema that it began with. */
  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
