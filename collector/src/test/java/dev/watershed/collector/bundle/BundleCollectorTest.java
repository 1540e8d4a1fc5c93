package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.collector.server.status.StatusDomain;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From bundle to bundle of a server that counts its statements. */
class BundleCollectorTest {

  private static final List<Domain<?, ?>> DOMAINS = List.of(new StatusDomain());
  private static final String STATUS = "@answer\tstatus\tVARIABLE_NAME\tVARIABLE_VALUE";

  @TempDir Path folder;
  private final KeptSamples kept = new KeptSamples();

  @Test
  void theDifferenceOfAllSamplesIsInTheWindows() throws IOException {
    assertThat(collect(sampled(8, 100).andSampled(9, 130)).failures()).isEmpty();
    assertThat(statements()).isEqualTo(30);
    collect(sampled(11, 150));
    collect(sampled(20, 151).andSampled(21, 161));

    assertThat(statements()).isEqualTo(61);
    // The first sample of a server has a window of its own.
    assertThat(kept.windows())
        .extracting(window -> window.slotStart().toString())
        .containsExactly(
            "2026-11-23T02:00:00Z",
            "2026-11-23T02:00:00Z",
            "2026-11-23T02:00:00Z",
            "2026-11-23T02:15:00Z");
  }

  @Test
  void samplesThatTheStoreHasAreLeftOut() throws IOException {
    collect(sampled(8, 100).andSampled(9, 130));
    FollowReport report = collect(sampled(9, 130).andSampled(10, 170));

    assertThat(statements()).isEqualTo(70);
    assertThat(report.notes())
        .containsExactly(
            "a.bundle: 1 of its 2 samples are in the store already, and were left out");
  }

  @Test
  void whatARestartedServerCountsBeganAtNothing() throws IOException {
    collect(sampled(8, 100));
    Written written = new Written();
    written.bundle.part(
        "sample", 10, "one", 60, () -> written.bundle.piece(STATUS, "=Queries\t=25"));
    FollowReport report = collect(written);

    assertThat(statements()).isEqualTo(25);
    assertThat(kept.count(IssueReason.RESTART)).isEqualTo(1);
    assertThat(report.notes()).anyMatch(note -> note.contains("was started again"));
  }

  @Test
  void anotherServerIsFollowedFromThenOn() throws IOException {
    collect(sampled(8, 100));
    Written written = new Written();
    written.bundle.part(
        "sample", 10, "two", 9_000, () -> written.bundle.piece(STATUS, "=Queries\t=9000"));
    FollowReport report = collect(written);

    assertThat(statements()).isZero();
    assertThat(kept.count(IssueReason.OTHER_SERVER)).isEqualTo(1);
    assertThat(report.notes())
        .anyMatch(note -> note.contains("another server answers than before"));
  }

  @Test
  void aConnectionThatFailedLosesNothing() throws IOException {
    Written written = sampled(8, 100);
    written
        .bundle
        .piece("@part\tsample\t2026-11-23T02:09:00Z")
        .piece("@failed\tERROR 2002 (HY000): Can't connect to server");
    FollowReport report = collect(written.andSampled(10, 140));

    assertThat(statements()).isEqualTo(40);
    assertThat(kept.count(IssueReason.FAILED_LOOK)).isEqualTo(1);
    assertThat(report.failures())
        .containsExactly(
            "a.bundle: the script had no answer: ERROR 2002 (HY000): Can't connect to server");
  }

  @Test
  void anErrorOfOneQuestionIsThatOfItsDomain() throws IOException {
    Written written = sampled(8, 100);
    written.bundle.part(
        "sample",
        9,
        () ->
            written.bundle.piece(
                STATUS,
                "=Queries\t=110",
                "@error\tERROR 3024 (HY000) at line 7: maximum statement execution time exceeded"));
    FollowReport report = collect(written.andSampled(10, 140));

    assertThat(statements()).isEqualTo(40);
    assertThat(report.failures())
        .singleElement()
        .asString()
        .startsWith("a.bundle: status: a statement took longer than Watershed allows itself");
  }

  @Test
  void aValueThatIsNoNumberIsAFailureOfItsDomain() throws IOException {
    Written written = sampled(8, 100);
    written.bundle.part("sample", 9, () -> written.bundle.piece(STATUS, "=Queries\t=abc"));
    FollowReport report = collect(written.andSampled(10, 140));

    assertThat(statements()).isEqualTo(40);
    assertThat(report.failures())
        .singleElement()
        .asString()
        .startsWith("a.bundle: status: an answer cannot be read (")
        .contains("abc");
  }

  @Test
  void aTimeThatIsNoneIsAFailureOfItsPart() throws IOException {
    Written written = sampled(8, 100);
    written
        .bundle
        .piece("@part\tsample\t2026-11-23T02:09:00Z")
        .identityAt("x", "one", 1_540)
        .identityAt("x", "one", 1_540);
    FollowReport report = collect(written.andSampled(10, 140));

    assertThat(statements()).isEqualTo(40);
    assertThat(kept.count(IssueReason.FAILED_LOOK)).isEqualTo(1);
    assertThat(report.failures())
        .singleElement()
        .asString()
        .startsWith("a.bundle: an answer cannot be read (")
        .contains("'x'");
  }

  private Written sampled(int minute, int queries) {
    return new Written().andSampled(minute, queries);
  }

  private static final class Written {
    private final WrittenBundle bundle = WrittenBundle.begun();

    Written andSampled(int minute, int queries) {
      bundle.part("sample", minute, () -> bundle.piece(STATUS, "=Queries\t=" + queries));
      return this;
    }
  }

  private FollowReport collect(Written written) throws IOException {
    Path file = Files.write(folder.resolve("a"), written.bundle.ended());
    try (StoreWriter store =
        StoreWriter.open(new LocalStoreFiles(folder.resolve("store")), "test")) {
      CatalogCollector catalogs = new CatalogCollector(new CatalogWindows(store, "test"), false);
      Bundle bundle = Bundle.read("a.bundle", file, DOMAINS);
      return new BundleCollector(DOMAINS, kept, catalogs, false).collect(bundle, "s").samples();
    }
  }

  private long statements() {
    long sum = 0;
    for (var window : kept.windows()) {
      ObservationTable<ServerMinutes.Key, ServerMinutes.Figure> minutes =
          window.observations().minutes();
      for (int row = 0; row < minutes.size(); row++) {
        sum += minutes.value(row, ServerMinutes.Figure.STATEMENTS);
      }
    }
    return sum;
  }
}
