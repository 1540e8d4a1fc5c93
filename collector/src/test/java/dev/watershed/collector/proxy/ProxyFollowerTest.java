package dev.watershed.collector.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.NewerVersion;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyFollowerTest {

  private static final long START = Instant.parse("2026-11-23T10:00:10Z").getEpochSecond();
  private static final String HEADER =
      "sampled_at\tuptime\thostgroup\tschemaname\tusername\tclient_address\tdigest\tdigest_text"
          + "\tcount_star\tfirst_seen\tlast_seen\tsum_time\tmin_time\tmax_time"
          + "\tsum_rows_affected\tsum_rows_sent";

  @TempDir Path folder;
  private final KeptSamples windows = new KeptSamples();
  private final List<String> rows = new ArrayList<>();
  private long uptime = 86_400;
  private Set<Long> hostgroups = Set.of();
  private Clock clock = Clock.fixed(Instant.ofEpochSecond(START + 600), ZoneOffset.UTC);

  private void row(long hostgroup, String user, String client, long calls, long time) {
    row(hostgroup, user, client, calls, time, START - 500);
  }

  private void row(
      long hostgroup, String user, String client, long calls, long time, long firstSeen) {
    rows.add(
        String.join(
            "\t",
            Long.toString(hostgroup),
            "shop",
            user,
            client,
            "0xA1",
            "SELECT a FROM t WHERE k IN (?,?,?,...) AND v = ?",
            Long.toString(calls),
            Long.toString(firstSeen),
            Long.toString(START + 30),
            Long.toString(time),
            "10",
            Long.toString(time),
            "0",
            Long.toString(calls * 3)));
  }

  private FollowReport export(long atSecond) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (String row : rows) {
      text.append(START + atSecond).append('\t').append(uptime + atSecond).append('\t');
      text.append(row).append('\n');
    }
    rows.clear();
    Files.writeString(folder.resolve("digests.tsv"), text);
    return look();
  }

  private FollowedProxy proxy() {
    return new FollowedProxy(
        "booking-1",
        folder.resolve("digests.tsv"),
        "digests.tsv",
        hostgroups,
        SlowLogOptions.standard());
  }

  /** A look as a run of its own makes it. */
  private FollowReport look() throws IOException {
    try (ProxyFollower follower = ProxyFollower.open(proxy(), windows, clock)) {
      FollowReport report = follower.look(false, () -> false);
      follower.seal();
      return report;
    }
  }

  /** Calls, time and rows sent by origin. */
  private Map<String, String> sums() {
    Map<String, long[]> sums = new TreeMap<>();
    for (Workload workload : windows.workloads()) {
      StatementTable table = workload.statements();
      for (int row = 0; row < table.size(); row++) {
        var origin = workload.origins().get(table.originIndex(row));
        long[] sum = sums.computeIfAbsent(origin.user() + "@" + origin.host(), key -> new long[3]);
        sum[0] += table.value(row, Measure.CALLS);
        sum[1] += table.value(row, Measure.TIME_MICROS);
        sum[2] += table.value(row, Measure.ROWS_SENT);
      }
    }
    Map<String, String> lines = new TreeMap<>();
    sums.forEach((key, sum) -> lines.put(key, sum[0] + " " + sum[1] + " " + sum[2]));
    return lines;
  }

  @Test
  void differencesAreTakenPerRowAndAddedPerAccountAndNetwork() throws IOException {
    row(1, "svc_a", "10.1.2.3", 100, 5_000);
    row(1, "svc_a", "10.1.2.4", 50, 1_000);
    export(0);
    assertThat(sums()).isEmpty();
    row(1, "svc_a", "10.1.2.3", 110, 5_700);
    row(1, "svc_a", "10.1.2.4", 51, 1_200);
    row(2, "svc_b", "10.9.0.1", 4, 80, START + 20);
    export(60);

    assertThat(sums())
        .containsOnly(
            Map.entry("svc_a@10.1.2.0/24", "11 900 33"), Map.entry("svc_b@10.9.0.0/24", "4 80 12"));
    Workload newest = windows.newest().workload();
    assertThat(newest.texts())
        .extracting(text -> text.fingerprint())
        .contains("SELECT a FROM t WHERE k IN (...) AND v = ?");
    assertThat(newest.minutes().size()).isEqualTo(2);
    assertThat(windows.newest().source()).isEqualTo("proxy");
  }

  @Test
  void theSameExportCountsOnce() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    export(0);
    row(1, "svc_a", "", 110, 5_700);
    export(60);
    look();
    look();

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "10 700 30"));
  }

  @Test
  void aRestartAndAResetCountWhatRanSince() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    export(0);
    row(1, "svc_a", "", 130, 6_000, START + 40);
    assertThat(export(60).notes()).hasSize(1).first().asString().contains("set back");
    assertThat(sums()).containsOnly(Map.entry("svc_a@", "130 6000 390"));
    assertThat(windows.count(IssueReason.COUNTERS_RESET)).isEqualTo(1);

    uptime = -90;
    row(1, "svc_a", "", 7, 70, START + 40);
    assertThat(export(120).notes()).hasSize(1).first().asString().contains("started again");
    assertThat(sums()).containsOnly(Map.entry("svc_a@", "137 6070 411"));
    assertThat(windows.count(IssueReason.RESTART)).isEqualTo(1);
  }

  /** The clock goes forward by ten seconds; the proxy knows nothing of that. */
  @Test
  void aClockThatIsSetIsNoRestart() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    export(0);
    uptime -= 10;
    row(1, "svc_a", "", 130, 6_000);
    assertThat(export(70).notes()).isEmpty();
    assertThat(sums()).containsOnly(Map.entry("svc_a@", "30 1000 90"));
    assertThat(windows.count(IssueReason.RESTART)).isZero();
  }

  @Test
  void aRowThatAnExportLackedGoesOn() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    row(1, "svc_b", "", 1, 1);
    export(0);
    row(1, "svc_b", "", 1, 1);
    export(60);
    row(1, "svc_a", "", 101, 5_050);
    export(120);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "1 50 3"));
  }

  @Test
  void otherHostgroupsAreOfOtherServers() throws IOException {
    hostgroups = Set.of(2L);
    row(1, "svc_a", "", 100, 5_000);
    row(2, "svc_a", "", 10, 500);
    export(0);
    row(1, "svc_a", "", 200, 9_000);
    row(2, "svc_a", "", 11, 550);
    export(60);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "1 50 3"));
  }

  @Test
  void whatWasCountedBeforeARowWasSeenIsNotOfTheSpan() throws IOException {
    hostgroups = Set.of(1L);
    row(1, "svc_a", "", 100, 5_000);
    row(2, "svc_a", "", 70_000, 900_000);
    export(0);
    hostgroups = Set.of(1L, 2L);
    row(1, "svc_a", "", 101, 5_050);
    row(2, "svc_a", "", 70_010, 900_100);
    assertThat(export(60).notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note).startsWith("1 of the rows began before the last export"));
    assertThat(sums()).containsOnly(Map.entry("svc_a@", "1 50 3"));
    row(1, "svc_a", "", 101, 5_050);
    row(2, "svc_a", "", 70_015, 900_150);
    export(120);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "6 100 18"));
  }

  @Test
  void rowsThatAFileDoesNotTellApartAreOne() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    row(1, "svc_a", "", 50, 1_000);
    export(0);
    row(1, "svc_a", "", 110, 5_700);
    row(1, "svc_a", "", 51, 1_200);
    export(60);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "11 900 33"));
    assertThat(windows.count(IssueReason.COUNTERS_RESET)).isZero();
  }

  @Test
  void aTextMayBeLong() throws IOException {
    row(1, "svc_a", "", 1, 1);
    export(0);
    row(1, "svc_b", "", 1, 1, START + 20);
    rows.set(0, rows.get(0).replace("a FROM", "a" + " ".repeat(400_000) + "FROM"));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> export(60));

    assertThat(sums()).containsOnly(Map.entry("svc_b@", "1 1 3"));
  }

  @Test
  void badRowsAreLocatedAndBadFilesAreFailures() throws IOException {
    row(1, "svc_a", "", 1, 1);
    rows.add("one\ttwo");
    assertThat(export(0).notes())
        .containsExactly(
            "digests.tsv:3: hostgroup is 'one'; expected a whole number; row left out");
    assertThat(windows.count(IssueReason.UNREADABLE_LINES)).isEqualTo(1);

    Files.writeString(folder.resolve("digests.tsv"), "count_star\n1\n");
    assertThat(look().failures())
        .containsExactly(
            "digests.tsv:1: no column hostgroup; expected what mysql -B writes, names included");
    Files.writeString(folder.resolve("digests.tsv"), HEADER + "\n1\t2");
    assertThatThrownBy(this::look)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("write it aside and rename it");
    Files.delete(folder.resolve("digests.tsv"));
    assertThatThrownBy(this::look).hasMessageContaining("there is no such file");
  }

  /** Its first lines, as mysql -B writes them of a table without rows: none. */
  @Test
  void anExportWithoutRowsIsThatOfAnIdleProxy() throws IOException {
    FollowReport first = empty("", 0);
    row(1, "svc_a", "", 5, 500, START + 30);
    export(60);
    FollowReport between = empty("", 120);
    FollowReport named = empty(HEADER + "\n", 180);
    row(1, "svc_a", "", 7, 700, START + 30);
    export(240);

    assertThat(List.of(first, between, named))
        .allSatisfy(
            report -> {
              assertThat(report.failures()).isEmpty();
              assertThat(report.notes()).isEmpty();
            });
    assertThat(sums()).containsOnly(Map.entry("svc_a@", "7 700 21"));
  }

  /** A proxy that is started again after an idle time is known by its uptime. */
  @Test
  void anExportWithoutRowsForgetsNoStart() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    export(0);
    empty("", 60);
    uptime = -90;
    row(1, "svc_a", "", 130, 6_000);
    export(120);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "130 6000 390"));
  }

  @Test
  void aFileThatIsNoExportIsAFailure() throws IOException {
    assertThat(empty("\n", 0).failures()).hasSize(1).first().asString().contains("no column");
    assertThat(empty("ERROR 2003 (HY000)\n", 0).failures()).hasSize(1);
    assertThat(windows.windows()).isEmpty();
  }

  private FollowReport empty(String text, long atSecond) throws IOException {
    Path file = Files.writeString(folder.resolve("digests.tsv"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(START + atSecond)));
    return look();
  }

  @Test
  void figuresThatTheFileLacksAreSaidToBeUnknown() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    rows.replaceAll(row -> row.substring(0, row.lastIndexOf('\t')));
    String header = HEADER.substring(0, HEADER.lastIndexOf('\t'));
    String line = START + "\t" + uptime + "\t" + rows.get(0) + "\n";

    assertThat(empty(header + "\n" + line, 0).notes())
        .containsExactly(
            "the export has no column sum_rows_sent; what it would tell is unknown, and 0 in the"
                + " store");
  }

  /** The proxy's clock is ahead by an hour, and then set back. */
  @Test
  void anExportOfAClockThatIsAheadIsNoMark() throws IOException {
    row(1, "svc_a", "", 100, 5_000);
    export(0);
    row(1, "svc_a", "", 110, 5_700);
    assertThat(export(600 + 3_600).failures())
        .containsExactly(
            "digests.tsv: exported at 2026-11-23T11:10:10Z, which is 60 minutes ahead of this"
                + " machine's clock; left out. Set the clocks");
    row(1, "svc_a", "", 111, 5_800);
    assertThat(export(660).failures()).isEmpty();

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "11 800 33"));
  }

  /** This machine's own clock was ahead in the run before. */
  @Test
  void aMarkThatIsAheadIsLeft() throws IOException {
    Clock right = clock;
    clock = Clock.offset(clock, Duration.ofHours(1));
    row(1, "svc_a", "", 100, 5_000);
    export(600 + 3_600);
    clock = right;
    row(1, "svc_a", "", 110, 5_700);
    assertThat(export(540).notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note).contains("counting begins anew at 2026-11-23T10:09:10Z"));
    row(1, "svc_a", "", 111, 5_800);
    export(600);

    assertThat(sums()).containsOnly(Map.entry("svc_a@", "1 100 3"));
    assertThat(windows.count(IssueReason.CLOCK_DIFFERS)).isOne();
  }

  @Test
  void aWindowThatNobodyCanContinueLosesNothingAndDoublesNothing() throws IOException {
    row(1, "svc_a", "10.1.2.3", 100, 5_000);
    export(0);
    row(1, "svc_a", "10.1.2.3", 107, 5_900);
    assertThatThrownBy(() -> ProxyFollower.open(proxy(), new NewerVersion(windows), clock))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "window 1 cannot be continued: a cursor of version 99; this Watershed reads version 1:"
                + " go on with the one that wrote it");
    export(60);

    assertThat(sums()).containsOnly(Map.entry("svc_a@10.1.2.0/24", "7 900 21"));
  }
}
