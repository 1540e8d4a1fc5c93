package dev.watershed.collector.bundle;

import dev.watershed.collector.bundle.RecordedPart.Kind;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.ServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is whole, and what it holds.
 *
 * @param name of the file, for people
 * @param server the name that the script was given, or the host name of the server
 * @param bodies whether what may hold literals in definitions is in it
 * @param began when the script began, by the clock of its host
 * @param sampleTimes what the server's clock showed at each sample; empty where it did not answer
 */
public record Bundle(
    String name,
    Path file,
    String server,
    boolean bodies,
    Instant began,
    List<Optional<Instant>> sampleTimes) {

  public Bundle {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(began, "began");
    sampleTimes = List.copyOf(sampleTimes);
  }

  /**
   * Reads a file to its end.
   *
   * @param name for messages
   * @throws BundleException if it is no bundle, or not what the script wrote
   */
  public static Bundle read(String name, Path file, List<Domain<?, ?>> domains) throws IOException {
    try (RecordedParts parts = RecordedParts.open(name, file)) {
      RecordedPart probe = probe(name, parts);
      RecordedServer server = new RecordedServer(domains, probe);
      List<Optional<Instant>> times = new ArrayList<>();
      for (Optional<RecordedPart> part = parts.next(); part.isPresent(); part = parts.next()) {
        if (part.get().kind() == Kind.SAMPLE) {
          times.add(time(server, part.get()));
        }
      }
      return new Bundle(
          name,
          file,
          parts.about("server"),
          parts.about("bodies").equals("yes"),
          probe.at(),
          times);
    }
  }

  /** The first part of every bundle. */
  static RecordedPart probe(String name, RecordedParts parts) throws IOException {
    Optional<RecordedPart> first = parts.next();
    if (first.isEmpty() || first.get().kind() != Kind.PROBE) {
      throw new BundleException(name + ": it does not begin with what the server is");
    }
    return first.get();
  }

  private static Optional<Instant> time(RecordedServer server, RecordedPart part) {
    try (RecordedSession session = RecordedSession.of(server, part)) {
      return Optional.of(session.serverTime());
    } catch (ServerException unanswered) {
      return Optional.empty();
    }
  }

  /** How many of the samples are not behind a time, of the first on. */
  int samplesUntil(Instant time) {
    for (int i = sampleTimes.size(); i > 0; i--) {
      if (sampleTimes.get(i - 1).filter(taken -> !taken.isAfter(time)).isPresent()) {
        return i;
      }
    }
    return 0;
  }

  /** The time of the last sample that was answered, by the server's clock. */
  Optional<Instant> lastSampleAt() {
    return sampleTimes.stream().flatMap(Optional::stream).reduce((earlier, later) -> later);
  }
}
