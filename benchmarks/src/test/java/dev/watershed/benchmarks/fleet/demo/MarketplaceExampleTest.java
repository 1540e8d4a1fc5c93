package dev.watershed.benchmarks.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.slowlog.SlowLogGate;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted in the bundled capture can be found in it. */
class MarketplaceExampleTest {

  private static final Path LOG = Path.of("..", "examples", "marketplace", "slow.log.gz");

  private static Workload workload;

  @BeforeAll
  static void read() {
    SlowLogResult result =
        new SlowLogCollector(SlowLogOptions.standard())
            .collect(
                List.of(new LogInput("slow.log.gz", Optional.of(LOG))),
                InputStream.nullInputStream(),
                ReadProgress.NONE);
    assertThat(result.failed()).isEmpty();
    workload = result.workload();
  }

  @Test
  void itIsSmallAndUndamaged() throws IOException {
    assertThat(Files.size(LOG)).isLessThan(1 << 20);
    assertThat(workload.quality().issues())
        .extracting(Issue::reason)
        .containsOnly(IssueReason.INHERITED_SCHEMA);
    assertThat(sum(Measure.CALLS).values().stream().mapToLong(Long::longValue).sum())
        .isGreaterThan(20_000);
  }

  @Test
  void itEqualsTheSlowReader(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("slow.log");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(LOG));
        OutputStream out = Files.newOutputStream(log)) {
      in.transferTo(out);
    }
    assertThat(SlowLogGate.check(log, 2)).isGreaterThan(50);
  }

  @Test
  void theFullScanCostsMostTime() {
    assertThat(first(sum(Measure.TIME_MICROS))).contains("plan_documents", "LIKE ?");
  }

  @Test
  void theCampaignIsWaitedForMost() {
    assertThat(first(sum(Measure.LOCK_TIME_MICROS))).contains("campaigns", "FOR UPDATE");
  }

  @Test
  void everyServiceAndTheBatchAreThere() {
    assertThat(workload.origins())
        .extracting(Origin::user)
        .contains(
            "svc_booking",
            "svc_plan",
            "svc_member",
            "svc_search",
            "svc_payment",
            "svc_coupon",
            "svc_review",
            "svc_market",
            "batch_night");
  }

  @Test
  void theMonolithTagsItsModules() {
    assertThat(workload.origins())
        .filteredOn(origin -> origin.user().equals("svc_market"))
        .extracting(origin -> origin.tag("controller"))
        .contains("favourites", "mails", "special_pages");
  }

  private static Map<String, Long> sum(Measure measure) {
    Map<String, Long> sums = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      String text = workload.texts().get(table.textIndex(row)).fingerprint();
      sums.merge(text, table.value(row, measure), Long::sum);
    }
    return sums;
  }

  private static String first(Map<String, Long> sums) {
    return sums.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }
}
