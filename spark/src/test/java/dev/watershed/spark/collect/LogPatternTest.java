package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPatternTest {

  @ParameterizedTest
  @CsvSource({
    "s3a://logs/slow/{server}/*.gz, /slow/db-1/a.gz, db-1",
    "s3a://logs/slow/*/*.gz, /slow/db-1/a.gz, db-1",
    "/logs/*-slow.log, /logs/db-1-slow.log, db-1",
    "/logs/*/{server}.log, /logs/eu/db-1.log, db-1",
    "/logs/{server}/slow?.log, /logs/db-1/slow7.log, db-1",
    "/logs/{server}-*.log, /logs/db-1-02.log, db",
    "hdfs://nn:8020/{server}/a.b+c.log, /db-1/a.b+c.log, db-1",
  })
  void theServerIsPartOfThePath(String pattern, String path, String server) {
    assertThat(LogPattern.of(pattern).serverOf(path)).contains(server);
  }

  @ParameterizedTest
  @CsvSource({
    "/logs/{server}/slow.log, /logs/eu/db-1/slow.log",
    "/logs/{server}/slow.log, /logs/db-1/slow.log.1",
    "/logs/{server}/a.b+c.log, /logs/db-1/axbbc.log",
    "/logs/{server}/slow?.log, /logs/db-1/slow.log",
  })
  void aPathThatIsOtherwiseNamesNone(String pattern, String path) {
    assertThat(LogPattern.of(pattern).serverOf(path)).isEmpty();
  }

  @Test
  void hadoopExpandsTheServerAsAnythingElse() {
    LogPattern pattern = LogPattern.of("s3a://logs/{server}/*.gz");
    assertThat(pattern.glob()).isEqualTo("s3a://logs/*/*.gz");
    assertThat(pattern.nameFor("db-1")).isEqualTo("s3a://logs/db-1/*.gz");
    assertThat(pattern).hasToString("s3a://logs/{server}/*.gz");
  }

  @Test
  void whereNothingStandsForTheServerItIsSaid() {
    assertThatThrownBy(() -> LogPattern.of("/logs/slow.log"))
        .hasMessageContaining("nothing in it stands for the server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/logs/{server}/{server}.log", "/l/*/[ab].log", "/l/*/{a,b}", "/l/*\\a"})
  void otherWildcardsAreRefused(String pattern) {
    assertThatThrownBy(() -> LogPattern.of(pattern))
        .hasMessageContaining("expected * and ? as wildcards, and {server} once");
  }
}
