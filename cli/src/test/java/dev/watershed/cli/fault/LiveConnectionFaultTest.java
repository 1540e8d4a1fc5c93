package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.fault.RelayFault.Cut;
import dev.watershed.cli.fault.RelayFault.Freeze;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that break in the middle of an answer. */
class LiveConnectionFaultTest {

  private static final String DIGESTS =
      "FROM performance_schema.events_statements_summary_by_digest";
  private static final int SOME_BYTES = 2_000;

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void cutAndFrozenInTheMiddleOfAnAnswer(
      @Live(Product.MYSQL) LiveServer frozen,
      @Live(Product.MARIADB) LiveServer cut,
      @Live(value = Product.MYSQL, flags = LiveProcessFaultTest.ANOTHER) LiveServer sound)
      throws Exception {
    Marked statement = new Marked("broken");
    try (Relay freezing = new Relay(frozen);
        Relay cutting = new Relay(cut)) {
      Fleet fleet =
          new Fleet(folder)
              .add("frozen-1", freezing.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("cut-1", cutting.url(), LiveServer.USER, LiveServer.PASSWORD)
              .add("sound-1", sound);
      fleet.collectAll();
      statement.run(frozen, 3);
      statement.run(cut, 4);
      freezing.plan(new Freeze(DIGESTS, SOME_BYTES));
      cutting.plan(new Cut(DIGESTS, SOME_BYTES));
      RunningCollector collector = RunningCollector.start(fleet);
      collector.awaitMessage("cut-1: the connection was cut \\(Connection reset\\); tried again");
      statement.run(sound, 5);
      collector.awaitLooks(sound, 2);
      assertThat(collector.errors()).doesNotContain("frozen-1: statements");
      // The driver and the socket each have a limit; either may be the first to end the wait.
      collector.awaitMessage(
          "frozen-1: (it fell silent in the middle of an answer|statements: a statement took longer"
              + " than Watershed allows itself .*); tried again");
      statement.run(frozen, 6);
      statement.run(cut, 7);
      statement.run(sound, 8);
      collector.awaitLooks(frozen, 1);
      collector.awaitLooks(cut, 1);
      assertThat(collector.stop()).as("looks that failed are in windows").isEqualTo(4);

      assertThat(freezing.faulted() && cutting.faulted()).isTrue();
      collector.assertSound("sound-1");
      fleet.collectAll();
      assertThat(fleet.calls("frozen-1", statement)).isEqualTo(9);
      assertThat(fleet.calls("cut-1", statement)).isEqualTo(11);
      assertThat(fleet.calls("sound-1", statement)).isEqualTo(13);
      assertThat(fleet.issues("frozen-1", IssueReason.FAILED_LOOK)).isEqualTo(1);
      assertThat(fleet.issues("cut-1", IssueReason.FAILED_LOOK)).isEqualTo(1);
      assertThat(fleet.issues("sound-1", IssueReason.FAILED_LOOK)).isZero();
      fleet.assertAnalysisNames(IssueReason.FAILED_LOOK);
    }
  }
}
