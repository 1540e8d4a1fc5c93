package dev.watershed.collector.proxy;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.ExportFile;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.TimeMark;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Follows the exports of one proxy: every look reads the file, if it is another than the last time,
 * and a window is put in place for every slot that is over. Not thread-safe.
 */
public final class ProxyFollower implements Follower {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What was counted in the slot at hand. */
  private static final class Open {
    private final Instant slotStart;
    private final WorkloadBuilder builder;
    private Instant from;
    private Instant until;
    private long events;

    Open(Instant at, WorkloadBuilder builder) {
      this.slotStart = WindowLevel.SLOT.startOf(at);
      this.builder = builder;
      this.from = at;
      this.until = at;
    }
  }

  private final FollowedProxy proxy;
  private final WindowSink sink;
  private final Clock clock;
  private final List<String> notes = new ArrayList<>();
  private Optional<ProxyCounters> counters = Optional.empty();
  private Optional<Open> window = Optional.empty();
  private long openClockDiffers;
  private boolean lacksTold;
  private long number;
  private long windows;
  private long events;

  private ProxyFollower(FollowedProxy proxy, WindowSink sink, Clock clock) {
    this.proxy = proxy;
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * A follower that goes on behind the last window in the sink.
   *
   * @param clock of this machine, which the times of exports are compared with
   */
  public static ProxyFollower open(FollowedProxy proxy, WindowSink sink, Clock clock)
      throws IOException {
    ProxyFollower follower = new ProxyFollower(proxy, sink, clock);
    Optional<WindowSink.Sealed> last = sink.last(proxy.server(), WindowSource.PROXY);
    if (last.isPresent()) {
      follower.number = last.get().number();
      follower.counters = Optional.of(last.get().read(ProxyCounters::decode));
    }
    return follower;
  }

  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    ProxyExport export = read();
    if (export.rows().isEmpty() && export.issueCount() > 0) {
      return report(export.issues());
    }
    Instant now = clock.instant();
    TimeMark mark = counters.map(ProxyCounters::sampledAt).map(TimeMark::new).orElse(TimeMark.NONE);
    TimeMark.Place place = mark.place(export.sampledAt(), now);
    if (place == TimeMark.Place.AHEAD) {
      return report(List.of(ahead(export, now)));
    }
    if (mark.isAhead(now)) {
      beginAnew(export.sampledAt());
      take(export);
    } else if (place == TimeMark.Place.NEW) {
      take(export);
    }
    return report(List.of());
  }

  private String ahead(ProxyExport export, Instant now) {
    openClockDiffers++;
    return proxy.name()
        + ": exported at "
        + export.sampledAt()
        + ", which is "
        + Duration.between(now, export.sampledAt()).toMinutes()
        + " minutes ahead of this machine's clock; left out. Set the clocks";
  }

  /** Nobody can tell what lies between an export of a clock that was ahead and one that is not. */
  private void beginAnew(Instant at) throws IOException {
    sealAny();
    openClockDiffers++;
    notes.add(
        "the last export is of "
            + counters.orElseThrow().sampledAt()
            + ", which is ahead of this machine's clock; counting begins anew at "
            + at
            + ", and what was counted in between is lost");
    counters = Optional.empty();
  }

  private ProxyExport read() throws IOException {
    ExportFile file =
        new ExportFile(proxy.path(), "expected what mysql -B writes of stats_mysql_query_digest");
    byte[] bytes = file.bytes();
    Instant written = Files.getLastModifiedTime(proxy.path()).toInstant();
    if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
      throw new IOException(
          "its last line does not end: it is being written; write it aside and rename it");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (BufferedReader lines = new BufferedReader(new java.io.StringReader(text))) {
      return ProxyExportReader.read(proxy.name(), lines, written);
    }
  }

  private void take(ProxyExport all) throws IOException {
    List<ProxyRow> rows =
        all.rows().stream()
            .filter(
                row -> proxy.hostgroups().isEmpty() || proxy.hostgroups().contains(row.hostgroup()))
            .toList();
    ProxyExport export =
        new ProxyExport(
            all.sampledAt(), all.startedAt(), all.lacks(), rows, all.issues(), all.issueCount());
    tellLacks(export);
    Open open = windowOf(export.sampledAt());
    boolean anew = counters.isEmpty();
    if (counters.isPresent()) {
      ProxyDifference difference = ProxyDifference.of(counters.get(), export);
      SampleSpan span = new SampleSpan(counters.get().sampledAt(), export.sampledAt());
      new ProxyFeed(
              open.builder, span, proxy.reading().sqlMode(), proxy.reading().ipv4NetworkBits())
          .add(difference);
      open.from = open.from.isAfter(span.from()) ? span.from() : open.from;
      open.events += difference.calls();
      anew = difference.restarted();
      tell(difference);
    }
    if (openClockDiffers > 0) {
      open.builder.issue(IssueReason.CLOCK_DIFFERS, openClockDiffers, 0, 0);
      openClockDiffers = 0;
    }
    if (export.issueCount() > 0) {
      open.builder.issue(IssueReason.UNREADABLE_LINES, export.issueCount(), 0, 0);
      notes.addAll(export.issues());
    }
    open.until = export.sampledAt();
    counters =
        Optional.of(
            counters.isPresent() ? counters.get().then(export, anew) : ProxyCounters.of(export));
  }

  /** The sums of a window have no unknown. */
  private void tellLacks(ProxyExport export) {
    if (!export.lacks().isEmpty() && !lacksTold) {
      notes.add(
          "the export has no column "
              + String.join(", ", export.lacks())
              + "; what it would tell is unknown, and 0 in the store");
      lacksTold = true;
    }
  }

  private void tell(ProxyDifference difference) {
    if (difference.restarted()) {
      notes.add(
          "the proxy was started again; what it counted between the last export and its end is lost");
    } else if (difference.resets() > 0) {
      notes.add(
          "the proxy's counters were set back; what it counted between the last export and that is"
              + " lost");
    }
    if (difference.unseen() > 0) {
      notes.add(
          difference.unseen()
              + " of the rows began before the last export, which lacked them (other hostgroups, or"
              + " only a part of the table); they count from now on");
    }
  }

  private Open windowOf(Instant at) throws IOException {
    if (window.isPresent() && !window.get().slotStart.equals(WindowLevel.SLOT.startOf(at))) {
      sealAny();
    }
    if (window.isEmpty()) {
      window = Optional.of(new Open(at, new WorkloadBuilder(proxy.reading().bounds())));
    }
    return window.get();
  }

  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    boolean over =
        window.isPresent()
            && window.get().slotStart.plus(WindowLevel.SLOT.length()).plus(PATIENCE).isBefore(now);
    return over ? seal() : FollowReport.NOTHING;
  }

  @Override
  public FollowReport seal() throws IOException {
    sealAny();
    return report(List.of());
  }

  private void sealAny() throws IOException {
    if (window.isEmpty()) {
      return;
    }
    Open open = window.get();
    sink.put(
        new CollectedWindow(
            proxy.server(),
            WindowSource.PROXY,
            number + 1,
            open.slotStart,
            open.from,
            open.until,
            open.builder.build(
                List.of(new SourceFile(proxy.name(), 0, open.events, 0)),
                OptionalDouble.of(0),
                sample -> ""),
            counters.orElseThrow().encode()));
    number++;
    windows++;
    events += open.events;
    window = Optional.empty();
  }

  /** What happened since the last report. */
  private FollowReport report(List<String> failures) {
    FollowReport report = new FollowReport(windows, events, notes, failures);
    windows = 0;
    events = 0;
    notes.clear();
    return report;
  }
}
