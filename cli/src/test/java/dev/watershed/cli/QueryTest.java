package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]\n");
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(100, Duration.ofMinutes(5));
    server.flush();
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void anAnswerHasThreeForms() {
    String sql = "select server, sum(calls) as calls, null as n from statements group by server";
    run.execute("query", "-c", "watershed.yaml", sql);
    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).isEqualTo("server     calls  n\nbooking-1    100  -\n");
    run.execute("query", "-c", "watershed.yaml", "--format", "csv", sql);
    assertThat(run.output()).isEqualTo("server,calls,n\r\nbooking-1,100,\r\n");
    run.execute("query", "-c", "watershed.yaml", "--format", "json", sql);
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("watershed.query/1")
        .contains("[\"booking-1\",100,null]")
        .endsWith("\"more\":false}");
  }

  @Test
  void moreRowsThanTheLimitAreSaid() {
    run.execute("query", "-c", "watershed.yaml", "--limit", "1", "select 1 union all select 2");
    assertThat(run.output()).hasLineCount(2);
    assertThat(run.errors()).contains("only the first 1 rows");
  }

  /** Whichever row it strikes at, nothing of the answer is written. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv"})
  void whatTakesTooMuchIsSaidWithTheWayOut(String format) {
    run.execute(
        "query",
        "-c",
        "watershed.yaml",
        "--format",
        format,
        "--limit",
        "0",
        "--timeout",
        "1s",
        "select * from range(10000000000) t(n) where md5(n::varchar) like '0000%'");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("the query took longer than 1 s and was stopped; --timeout gives it more");
    assertThat(run.output()).isEmpty();
    run.execute(
        "query",
        "-c",
        "watershed.yaml",
        "--format",
        format,
        "--memory",
        "32",
        "select list(range) from range(100000000)");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("needs more than the 32 MiB of memory that it has; --memory gives it more")
        .contains("watershed export");
    assertThat(run.output()).isEmpty();
    run.execute("query", "-c", "watershed.yaml", "--memory", "0", "select 1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--memory: expected 1 or more");
  }

  @Test
  void aWrongQueryIsWrongUsage() {
    run.execute("query", "-c", "watershed.yaml", "selec 1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("line 1, column 1");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aStoreThatIsNotThereIsNotEnough() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "store: nowhere\n");
    run.execute("query", "-c", "other.yaml", "select 1");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("there is no store at ")
        .contains("nowhere; 'watershed collect -c …' makes one");
  }

  @Test
  void aSpanThatEndsBeforeItBeginsIsWrongUsage() {
    run.execute(
        "query", "-c", "watershed.yaml", "--since", "1h", "--until", "2h", "select 1 as one");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--until: expected a time after --since");
  }

  @Test
  void anOutputThatNobodyReadsIsNoFailure() {
    run.closedOutput().execute("query", "-c", "watershed.yaml", "from windows");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).isEmpty();
  }
}
