package dev.watershed.collector.host;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.ExportFile;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.TimeMark;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Follows the metrics of one host: every look takes the rows that are later than all before, and a
 * window is put in place for every slot that is over. Not thread-safe.
 */
public final class HostFollower implements Follower {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FollowedHost host;
  private final WindowSink sink;
  private final Clock clock;
  private final List<String> notes = new ArrayList<>();
  private HostCursor cursor = new HostCursor(Instant.EPOCH, 0);
  private List<HostSample> open = new ArrayList<>();
  private long openBadLines;
  private long openClockDiffers;
  private boolean aheadTold;
  private long number;
  private long windows;

  private HostFollower(FollowedHost host, WindowSink sink, Clock clock) {
    this.host = host;
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * A follower that goes on behind the last window in the sink.
   *
   * @param clock of this machine, which the times of rows are compared with
   */
  public static HostFollower open(FollowedHost host, WindowSink sink, Clock clock)
      throws IOException {
    HostFollower follower = new HostFollower(host, sink, clock);
    Optional<WindowSink.Sealed> last = sink.last(host.server(), WindowSource.HOST);
    if (last.isPresent()) {
      follower.number = last.get().number();
      follower.cursor = last.get().read(HostCursor::decode);
    }
    return follower;
  }

  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    HostMetrics metrics = read(ended);
    if (metrics.samples().isEmpty() && metrics.issueCount() > 0) {
      return report(metrics.issues());
    }
    badLines(metrics);
    Instant now = clock.instant();
    leaveWrongMark(now);
    NewSamples later = NewSamples.of(metrics.samples(), new TimeMark(cursor.last()), now);
    tell(later.ahead());
    for (HostSample sample : later.samples()) {
      if (!open.isEmpty() && !slot(sample).equals(slot(open.get(0)))) {
        sealAny();
      }
      open.add(sample);
      cursor = new HostCursor(sample.time(), cursor.badLines());
    }
    return report(List.of());
  }

  /** Rows from now on are new, where the last one that was taken is of a clock that was ahead. */
  private void leaveWrongMark(Instant now) {
    if (new TimeMark(cursor.last()).isAhead(now)) {
      openClockDiffers++;
      notes.add(
          "rows were taken until "
              + cursor.last()
              + ", which is ahead of this machine's clock; those from now on are read");
      cursor = new HostCursor(now, cursor.badLines());
    }
  }

  /** Says once that rows are ahead, until there are none any more. */
  private void tell(long ahead) {
    if (ahead > 0 && !aheadTold) {
      openClockDiffers++;
      notes.add(
          ahead
              + " of the rows are ahead of this machine's clock by more than 5 minutes; they are"
              + " left out until it has come so far. Set the clocks");
    }
    aheadTold = ahead > 0;
  }

  /** Lines that were told and counted before are not again; a new file has all its own. */
  private void badLines(HostMetrics metrics) {
    long known = metrics.issueCount() < cursor.badLines() ? 0 : cursor.badLines();
    openBadLines += metrics.issueCount() - known;
    metrics.issues().stream().skip(known).forEach(notes::add);
    cursor = new HostCursor(cursor.last(), metrics.issueCount());
  }

  private HostMetrics read(boolean ended) throws IOException {
    ExportFile file = new ExportFile(host.path(), "mend capacity.metrics of the server");
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    // The last line may not be there as a whole yet.
    String whole = ended ? text : text.substring(0, text.lastIndexOf('\n') + 1);
    try (BufferedReader lines = new BufferedReader(new StringReader(whole))) {
      return HostMetricsReader.read(host.name(), lines);
    }
  }

  private static Instant slot(HostSample sample) {
    return WindowLevel.SLOT.startOf(sample.time());
  }

  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    boolean over =
        !open.isEmpty()
            && slot(open.get(0)).plus(WindowLevel.SLOT.length()).plus(PATIENCE).isBefore(now);
    return over ? seal() : FollowReport.NOTHING;
  }

  @Override
  public FollowReport seal() throws IOException {
    sealAny();
    return report(List.of());
  }

  private void sealAny() throws IOException {
    if (open.isEmpty()) {
      return;
    }
    WorkloadBuilder statements = new WorkloadBuilder(WorkloadBounds.standard());
    if (openBadLines > 0) {
      statements.issue(IssueReason.UNREADABLE_LINES, openBadLines, 0, 0);
    }
    if (openClockDiffers > 0) {
      statements.issue(IssueReason.CLOCK_DIFFERS, openClockDiffers, 0, 0);
    }
    ObservationsBuilder observations = new ObservationsBuilder(ObservationBounds.standard());
    HostMinutes.add(open, observations.minutes());
    Instant last = open.get(open.size() - 1).time();
    sink.put(
        new CollectedWindow(
            host.server(),
            WindowSource.HOST,
            number + 1,
            slot(open.get(0)),
            open.get(0).time(),
            last.plus(1, ChronoUnit.MICROS),
            statements.build(
                List.of(new SourceFile(host.name(), 0, 0, openBadLines)),
                OptionalDouble.empty(),
                sample -> ""),
            observations.build(),
            new HostCursor(last, cursor.badLines()).encode()));
    number++;
    windows++;
    open = new ArrayList<>();
    openBadLines = 0;
    openClockDiffers = 0;
  }

  private FollowReport report(List<String> failures) {
    FollowReport report = new FollowReport(windows, 0, notes, failures);
    windows = 0;
    notes.clear();
    return report;
  }
}
