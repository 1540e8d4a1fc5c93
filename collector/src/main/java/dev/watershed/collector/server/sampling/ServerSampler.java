package dev.watershed.collector.server.sampling;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.ClockDifference;
import dev.watershed.collector.server.Counted;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity.Continuity;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Samples one server: every look takes a sample of every domain, and a window is put in place for
 * every slot that is over, also where looks only failed. Not thread-safe.
 */
public final class ServerSampler implements Follower {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String server;
  private final WindowSink sink;
  private final Clock clock;
  private final QuerySessions sessions;
  private final List<DomainTrack<?, ?>> tracks;
  private final Supplier<RoundLoop.Taken> between;
  private final Turns turns;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private Optional<SampleCursor> cursor = Optional.empty();
  private Optional<OpenWindow> window = Optional.empty();
  private boolean clockTold;
  private long number;
  private long windows;
  private long events;

  private ServerSampler(
      String server,
      QuerySessions sessions,
      List<Domain<?, ?>> domains,
      Supplier<RoundLoop.Taken> between,
      Turns turns,
      WindowSink sink,
      Clock clock) {
    this.server = server;
    this.turns = turns;
    this.between = between;
    this.sessions = sessions;
    this.sink = sink;
    this.clock = clock;
    List<DomainTrack<?, ?>> all = new ArrayList<>();
    domains.forEach(domain -> all.add(DomainTrack.of(domain)));
    this.tracks = List.copyOf(all);
  }

  /**
   * A sampler that goes on behind the last window in the sink. Nothing is asked of the server yet.
   *
   * @param server its name
   * @param sessions the sampler closes them with itself
   * @param clock gives samples their time
   */
  public static ServerSampler open(
      String server,
      QuerySessions sessions,
      List<Domain<?, ?>> domains,
      WindowSink sink,
      Clock clock)
      throws IOException {
    return open(server, sessions, domains, RoundLoop.Taken::new, Turns.standard(), sink, clock);
  }

  /**
   * The same for one of several servers, of which some are watched between samples.
   *
   * @param between hands over what was seen since the last time; whoever watches ends it
   * @param turns of all servers that are sampled at the same time
   */
  public static ServerSampler open(
      String server,
      QuerySessions sessions,
      List<Domain<?, ?>> domains,
      Supplier<RoundLoop.Taken> between,
      Turns turns,
      WindowSink sink,
      Clock clock)
      throws IOException {
    ServerSampler sampler =
        new ServerSampler(server, sessions, domains, between, turns, sink, clock);
    turns.take(() -> sink.last(server, WindowSource.COUNTERS).ifPresent(sampler::goOn));
    return sampler;
  }

  /**
   * Which servers a name has counted, and until when each by its clock, as its last window says;
   * the last one first. None if it has counted none, or the window cannot be continued.
   */
  public static List<Counted> counted(String server, WindowSink sink) throws IOException {
    Optional<WindowSink.Sealed> last = sink.last(server, WindowSource.COUNTERS);
    if (last.isEmpty()) {
      return List.of();
    }
    List<Counted> all = new ArrayList<>();
    try {
      SampleCursor.decode(last.get().cursor(), List.of(), new ArrayList<>())
          .ifPresent(
              cursor -> {
                all.add(cursor.counted());
                all.addAll(cursor.before());
              });
      return all;
    } catch (DamagedBytesException nobodyGoesOnWithIt) {
      return List.of();
    }
  }

  private void goOn(WindowSink.Sealed last) {
    number = last.number();
    List<String> anew = new ArrayList<>();
    try {
      cursor = SampleCursor.decode(last.cursor(), tracks, anew);
    } catch (DamagedBytesException e) {
      anew.add("everything (" + e.getMessage() + ")");
    }
    if (!anew.isEmpty()) {
      notes.add(
          "begins anew with "
              + String.join(", ", anew)
              + "; what ran since the last window is not counted");
    }
  }

  /** What the server's clock showed at the last sample; empty if there is none. */
  public Optional<Instant> lastSampleAt() {
    return cursor.map(SampleCursor::seenAt);
  }

  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    List<String> failures = new ArrayList<>();
    try {
      sample(failures);
    } catch (ServerException e) {
      // At once: a server that never answers again shall not go unmentioned.
      turns.take(() -> windowOf(clock.instant()).builder().issue(IssueReason.FAILED_LOOK, 1, 0, 0));
      failures.add(e.getMessage());
    }
    return report(failures);
  }

  private void sample(List<String> failures) throws ServerException, IOException {
    List<Pending> looks = new ArrayList<>();
    try (QuerySession session = sessions.session()) {
      Instant now = clock.instant();
      boolean elsewhere = countedElsewhere(session);
      Continuity continuity =
          elsewhere
              ? Continuity.OTHER_SERVER
              : cursor
                  .map(seen -> session.identity().since(seen.seen(), seen.seenAt()))
                  .orElse(Continuity.OTHER_SERVER);
      for (DomainTrack<?, ?> track : tracks) {
        looks.add(look(track, session, continuity, now, failures));
      }
      session.verify();
      turns.take(() -> commit(looks, session, continuity, elsewhere, now));
    }
  }

  /** Adds the looks to the window. Nothing is asked any more. */
  private void commit(
      List<Pending> looks,
      QuerySession session,
      Continuity continuity,
      boolean elsewhere,
      Instant now)
      throws IOException {
    boolean first = cursor.isEmpty();
    if (continuity != Continuity.SAME_PROCESS) {
      // Nobody can tell any more what the process before has counted: it is put in place now.
      sealAny();
    }
    OpenWindow open = windowOf(now);
    if (elsewhere) {
      open.builder().issue(IssueReason.OTHER_SERVER, 1, 0, 0);
      notes.add(
          "was counted under another name until "
              + session.countedElsewhere().get()
              + "; its counters are followed from now on, and what ran in between is not counted");
    } else {
      changed(open, continuity, first);
    }
    for (Pending look : looks) {
      look.commit(open, continuity, now, notes);
    }
    clock(ClockDifference.of(now, session.serverTime()));
    watched(open);
    cursor = Optional.of(SampleCursor.after(cursor, session.identity(), session.serverTime()));
    if (continuity == Continuity.OTHER_SERVER) {
      sealAny();
    }
    window.ifPresent(OpenWindow::rest);
  }

  /** Whether another name counted the server since the last sample of this one. */
  private boolean countedElsewhere(QuerySession session) {
    Optional<Instant> last = lastSampleAt();
    return last.isPresent() && session.countedElsewhere().filter(last.get()::isBefore).isPresent();
  }

  /** Looks are beside the sample: what one lacks is said, and fails nothing. */
  private void toldOnce(String lack) {
    if (told.add(lack)) {
      notes.add(lack);
    }
  }

  private void clock(ClockDifference difference) {
    if (difference.matters() && !clockTold) {
      clockTold = true;
      notes.add(
          "its clock is "
              + difference
              + "; its times are corrected; synchronise the clocks of both machines (chrony, ntpd)");
    }
  }

  private void watched(OpenWindow open) {
    RoundLoop.Taken taken = between.get();
    taken.watched().addTo(open.builder(), open.observations());
    taken.problems().forEach((subject, problem) -> toldOnce(subject.key() + ": " + problem));
  }

  /** A track and its look, if it succeeded. */
  private record Pending(DomainTrack<?, ?> track, Optional<DomainTrack.Look> look) {

    void commit(OpenWindow window, Continuity continuity, Instant now, List<String> notes) {
      if (look.isPresent()) {
        DomainTrack.Contribution added = look.get().commit(window.builder(), window.observations());
        window.add(added, now);
        notes.addAll(added.notes());
      } else {
        track.pass(continuity);
        window.builder().issue(IssueReason.FAILED_LOOK, 1, 0, 0);
      }
    }
  }

  /** A domain that fails leaves the others as they are. */
  private static Pending look(
      DomainTrack<?, ?> track,
      QuerySession session,
      Continuity continuity,
      Instant now,
      List<String> failures)
      throws ServerException {
    try {
      return new Pending(track, Optional.of(track.look(session, continuity, now)));
    } catch (ServerException e) {
      if (!e.problem().ofOneQuestion()) {
        throw e;
      }
      failures.add(track.name() + ": " + e.getMessage());
      return new Pending(track, Optional.empty());
    }
  }

  private OpenWindow windowOf(Instant now) throws IOException {
    if (window.isPresent() && !window.get().holds(now)) {
      sealAny();
    }
    if (window.isEmpty()) {
      window = Optional.of(new OpenWindow(now));
    }
    return window.get();
  }

  private void changed(OpenWindow open, Continuity continuity, boolean first) {
    if (continuity == Continuity.RESTARTED) {
      open.builder().issue(IssueReason.RESTART, 1, 0, 0);
      notes.add("was started again; what ran between the last sample and its end is lost");
    } else if (continuity == Continuity.OTHER_SERVER && !first) {
      open.builder().issue(IssueReason.OTHER_SERVER, 1, 0, 0);
      notes.add(
          "another server answers than before; its counters are followed from now on, and what ran"
              + " in between is not counted");
    }
  }

  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    Instant overSince = window.map(OpenWindow::slotEnd).orElse(now).plus(PATIENCE);
    return overSince.isBefore(now) ? seal() : FollowReport.NOTHING;
  }

  @Override
  public FollowReport seal() throws IOException {
    turns.take(this::sealAny);
    return report(List.of());
  }

  private void sealAny() throws IOException {
    if (window.isPresent()) {
      OpenWindow open = window.get();
      byte[] bytes = SampleCursor.encode(cursor, tracks);
      sink.put(open.close(server, WindowSource.COUNTERS, number + 1, bytes));
      number++;
      windows++;
      events += open.events();
      window = Optional.empty();
    }
  }

  /** What happened since the last report. */
  private FollowReport report(List<String> failures) {
    long missed = failures.isEmpty() ? 0 : 1;
    FollowReport report = new FollowReport(windows, events, notes, failures, missed);
    windows = 0;
    events = 0;
    notes.clear();
    return report;
  }

  @Override
  public void close() {
    sessions.close();
  }
}
