package dev.watershed.benchmarks.proof;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the rules report in the example of the repository, against what is planted in it. The
 * example is a minute of a small fleet from dumps without rows: floors are lower here than usual,
 * and what needs rows, times of the day or a span to compare with is judged elsewhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleRulesTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  /** The rule that reports a planted case. */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          entry("missing-index", "missing-index"),
          entry("missing-index-favourites", "missing-index"),
          entry("missing-composite", "missing-index"),
          entry("missing-composite-ledger", "missing-index"),
          entry("redundant-index", "redundant-index"),
          entry("duplicate-index", "duplicate-index"),
          entry("hot-full-scan", "full-scans"),
          entry("leading-wildcard", "leading-wildcard"),
          entry("function-over-column", "function-over-column"),
          entry("implicit-conversion", "implicit-conversion"),
          entry("join-type", "join-types"),
          entry("deep-offset", "deep-offset"),
          entry("oversized-in", "oversized-in"),
          entry("for-update-scan", "locking-scan"),
          entry("digest-explosion", "digest-explosion"),
          entry("examined-sent", "full-scans"),
          entry("no-primary-key", "no-primary-key"),
          entry("auto-increment", "auto-increment-end"),
          entry("duplicate-areas", "duplicate-table"),
          entry("duplicate-partners", "duplicate-table"),
          entry("duplicate-plans", "duplicate-table"),
          entry("contested-notes", "second-writer"),
          entry("contested-photos", "second-writer"),
          entry("second-writer-slots", "second-writer"),
          entry("second-writer-ledger", "second-writer"),
          entry("second-writer-bookings", "second-writer"),
          entry("read-outside-contract", "foreign-read"),
          entry("cross-owner-join", "cross-owner-join"),
          entry("cross-owner-transaction", "cross-owner-transaction"),
          entry("cycle-booking-coupon", "service-cycle"),
          entry("cycle-coupon-booking", "service-cycle"),
          entry("sensitive-read", "sensitive-read"),
          entry("sensitive-read-bank", "sensitive-read"));

  /** The rules that may not fire on a trap, with their usual floors. */
  private static final Map<String, List<String>> TRAPS =
      Map.of(
          "trap-order-by-primary", List.of("redundant-index", "duplicate-index"),
          "trap-unique-index", List.of("unused-index", "duplicate-index", "redundant-index"),
          "trap-foreign-key-index", List.of("unused-index", "duplicate-index"),
          "trap-small-scan", List.of("full-scans", "unbounded-read"),
          "similar-audits", List.of("duplicate-table"),
          "looks-alike", List.of("second-writer", "service-cycle"));

  private static final String LOWER_FLOORS =
      """

      rules:
        - {rule: full-scans, minCalls: 3, minTimeShare: 0}
        - {rule: rows-examined, minCalls: 3, minTimeShare: 0}
        - {rule: join-types, minCalls: 3, minTimeShare: 0}
        - {rule: function-over-column, minCalls: 3, minTimeShare: 0}
        - {rule: implicit-conversion, minCalls: 3, minTimeShare: 0}
        - {rule: leading-wildcard, minCalls: 3, minTimeShare: 0}
        - {rule: deep-offset, minCalls: 3, minTimeShare: 0}
        - {rule: oversized-in, minCalls: 1, minTimeShare: 0}
        - {rule: locking-scan, minCalls: 3, lockedRowsPerCall: 20}
        - {rule: digest-explosion, maxDigests: 4}
        - {rule: missing-index, minTimeShare: 0}
      """;

  private Truth truth;
  private JsonNode usual;
  private JsonNode lower;
  private byte[] first;
  private byte[] second;

  @BeforeAll
  void check(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("lower.yaml"),
        Files.readString(folder.resolve("watershed.yaml")) + LOWER_FLOORS);
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    for (String out : List.of("first.json", "second.json")) {
      watershed.runEnding(1, "check", "-c", "watershed.yaml", "--format", "json", "--out", out);
    }
    watershed.runEnding(
        1, "check", "-c", "lower.yaml", "--no-record", "--format", "json", "--out", "lower.json");
    first = Files.readAllBytes(folder.resolve("first.json"));
    second = Files.readAllBytes(folder.resolve("second.json"));
    usual = JsonNode.read(folder.resolve("first.json"));
    lower = JsonNode.read(folder.resolve("lower.json"));
    truth = TruthReader.read(folder.resolve("truth.json.gz"));
  }

  @Test
  void everyPlantedCaseIsReportedByItsRule() {
    assertThat(cases(false).filter(each -> EXPECTED.containsKey(each.id())))
        .hasSameSizeAs(EXPECTED.keySet())
        .allSatisfy(
            each ->
                assertThat(reported(lower, each, EXPECTED.get(each.id()))).as(each.id()).isTrue());
  }

  @Test
  void noTrapIsSteppedInto() {
    assertThat(cases(true).filter(each -> TRAPS.containsKey(each.id())))
        .hasSameSizeAs(TRAPS.keySet())
        .allSatisfy(
            each ->
                assertThat(TRAPS.get(each.id()))
                    .as(each.id())
                    .noneMatch(rule -> reported(usual, each, rule)));
  }

  @Test
  void aSecondRunGivesTheSameBytes() {
    assertThat(second).isEqualTo(first);
  }

  private Stream<Truth.Case> cases(boolean trap) {
    return truth.cases().stream().filter(each -> each.trap() == trap);
  }

  /** By its statement, its index, or its tables together. */
  private static boolean reported(JsonNode result, Truth.Case planted, String rule) {
    return result.list("violations", violation -> violation).stream()
        .filter(violation -> violation.text("rule").equals(rule))
        .anyMatch(violation -> concerns(violation, planted));
  }

  private static boolean concerns(JsonNode violation, Truth.Case planted) {
    String subject = violation.text("subject");
    String all = violation.text("key") + " " + subject + " " + violation.text("message");
    if (subject.matches("[0-9a-f]{16}")) {
      return planted.digests().contains(Fingerprints.parseId(subject));
    }
    return planted.index().map(all::contains).orElse(true)
        && planted.tables().stream().anyMatch(all::contains);
  }
}
