package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What {@code digest --format json} says of a real server's log, beside that server's own counters.
 * Runs where the capture lies beside the repository.
 */
class CaptureDigestTest {

  private static final Path CAPTURE = Path.of("..", "..", "shared", "capture", "mysql97");
  private static final List<String> SCHEMAS = List.of("tpcc", "smallbank", "tatp", "voter");

  @Test
  void callsEqualTheServersCounters() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(CAPTURE), () -> "no capture at " + CAPTURE.toAbsolutePath());
    CommandRun run = new CommandRun(CAPTURE);
    run.execute("digest", "slow.log.gz", "--format", "json", "--limit", "0");
    assertThat(run.exitCode()).isZero();
    Map<?, ?> answer =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(run.output());
    Map<String, Long> counters = counters();
    long compared = 0;
    for (Object entry : (List<?>) answer.get("digests")) {
      Map<?, ?> digest = (Map<?, ?>) entry;
      String fingerprint = (String) digest.get("fingerprint");
      List<?> services = (List<?>) digest.get("services");
      boolean ofServices = services.stream().allMatch(name -> ((String) name).startsWith("svc_"));
      if (ofServices && counters.containsKey(fingerprint)) {
        long calls = ((Number) digest.get("calls")).longValue();
        assertThat(calls).as(fingerprint).isEqualTo(counters.get(fingerprint));
        compared += calls;
      }
    }
    assertThat(compared).isGreaterThan(15_000);
    assertThat(answer.get("events")).isEqualTo(20_711);
  }

  private static Map<String, Long> counters() throws IOException {
    Map<String, Long> counters = new TreeMap<>();
    List<String> lines = Files.readAllLines(CAPTURE.resolve("digests.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (SCHEMAS.contains(cells[0])) {
        String text = Fingerprints.ofDigestText(cells[7]).text();
        counters.merge(text, Long.parseLong(cells[2]), Long::sum);
      }
    }
    return counters;
  }
}
