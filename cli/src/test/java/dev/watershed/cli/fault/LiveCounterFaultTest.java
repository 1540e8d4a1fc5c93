package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.TableUse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counters that somebody sets back, switches off, or takes away while they are read. */
class LiveCounterFaultTest {

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(@Live(Product.MYSQL) LiveServer faulty, @Live(Product.MARIADB) LiveServer sound) {
      super(faulty, sound);
    }
  }

  @Live(Product.MYSQL)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(@Live(Product.MARIADB) LiveServer faulty, @Live(Product.MYSQL) LiveServer sound) {
      super(faulty, sound);
    }
  }

  abstract static class Cases {

    private static final String CONSUMER =
        "UPDATE performance_schema.setup_consumers SET ENABLED = '%s' WHERE NAME ="
            + " 'statements_digest'";

    @TempDir Path folder;
    private final LiveServer faulty;
    private final LiveServer sound;

    Cases(LiveServer faulty, LiveServer sound) {
      this.faulty = faulty;
      this.sound = sound;
    }

    private Fleet fleet() throws Exception {
      return new Fleet(folder).add("faulty-1", faulty).add("sound-1", sound);
    }

    @Test
    void aDigestTableThatSomebodyTruncates() throws Exception {
      Marked statement = new Marked("truncated");
      Fleet fleet = fleet();
      fleet.collectAll();
      statement.run(faulty, 5);
      statement.run(sound, 2);
      fleet.collectAll();
      statement.run(faulty, 6);
      run("TRUNCATE performance_schema.events_statements_summary_by_digest");
      statement.run(faulty, 7);
      statement.run(sound, 3);
      fleet.collectAll();
      assertThat(fleet.errors())
          .containsPattern("faulty-1: somebody set back \\d+ rows of its digest table")
          .doesNotContain("sound-1: somebody");
      statement.run(faulty, 8);
      fleet.collectAll();

      assertThat(fleet.calls("faulty-1", statement)).as("without the six").isEqualTo(5 + 7 + 8);
      assertThat(fleet.issues("faulty-1", IssueReason.COUNTERS_RESET)).isPositive();
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(5);
      assertThat(fleet.issues("sound-1", IssueReason.COUNTERS_RESET)).isZero();
      fleet.assertAnalysisNames(IssueReason.COUNTERS_RESET);
    }

    @Test
    void aConsumerThatSomebodySwitchesOff() throws Exception {
      Marked statement = new Marked("switched_off");
      Fleet fleet = fleet();
      fleet.collectAll();
      statement.run(faulty, 5);
      statement.run(sound, 2);
      run(CONSUMER.formatted("NO"));
      try {
        statement.run(faulty, 6);
        assertThat(fleet.collect()).isEqualTo(4);
        assertThat(fleet.errors())
            .containsPattern(
                "faulty-1: statements: .*UPDATE performance_schema.setup_consumers SET ENABLED ="
                    + " 'YES' WHERE NAME IN \\('statements_digest'\\)");
      } finally {
        run(CONSUMER.formatted("YES"));
      }
      statement.run(faulty, 7);
      statement.run(sound, 3);
      fleet.collectAll();

      assertThat(fleet.calls("faulty-1", statement)).as("without the six").isEqualTo(5 + 7);
      assertThat(fleet.issues("faulty-1", IssueReason.FAILED_LOOK)).isEqualTo(1);
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(5);
      assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
    }

    @Test
    void tablesThatAreDroppedBetweenSamplesKeepWhatWasSeenOfThem() throws Exception {
      Fleet fleet = fleet();
      run("CREATE DATABASE fault_kept", "CREATE TABLE fault_kept.t (a INT PRIMARY KEY)");
      fleet.collectAll();
      run("INSERT INTO fault_kept.t VALUES (1), (2), (3)");
      fleet.collectAll();
      run("INSERT INTO fault_kept.t VALUES (4)", "DROP DATABASE fault_kept");
      fleet.collectAll();
      run("CREATE DATABASE fault_kept", "CREATE TABLE fault_kept.t (a INT PRIMARY KEY)");
      run("INSERT INTO fault_kept.t VALUES (1), (2)", "DELETE FROM fault_kept.t WHERE a = 1");
      fleet.collectAll();
      run("DROP DATABASE fault_kept");

      ObservationTable<TableUse.Key, TableUse.Figure> tables =
          fleet.observations("faulty-1").tables();
      int row = tables.rowOf(new TableUse.Key("fault_kept", "t"));
      assertThat(tables.value(row, TableUse.Figure.INSERTED)).as("not the fourth").isEqualTo(5);
      assertThat(tables.value(row, TableUse.Figure.DELETED)).isEqualTo(1);
      assertThat(fleet.issues("faulty-1", IssueReason.TABLE_COUNTERS_RESET)).isPositive();
      assertThat(fleet.issues("sound-1", IssueReason.TABLE_COUNTERS_RESET)).isZero();
      fleet.assertAnalysisNames(IssueReason.TABLE_COUNTERS_RESET);
    }

    private void run(String... statements) throws SQLException {
      try (Connection connection = faulty.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }
}
