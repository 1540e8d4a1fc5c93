package dev.watershed.collector.server.sampling;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity.Continuity;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A domain of one server and its last sample. A look changes nothing until it is committed. */
final class DomainTrack<S, D> {

  /** A sample, with the collector's time. */
  private record Taken<S>(S sample, Instant at) {}

  private final Domain<S, D> domain;
  private Optional<Taken<S>> last = Optional.empty();

  DomainTrack(Domain<S, D> domain) {
    this.domain = domain;
  }

  static DomainTrack<?, ?> of(Domain<?, ?> domain) {
    return captured(domain);
  }

  private static <S, D> DomainTrack<S, D> captured(Domain<S, D> domain) {
    return new DomainTrack<>(domain);
  }

  String name() {
    return domain.name();
  }

  /** A look that may be committed, once. */
  interface Look {

    /** Adds what happened to a window, and remembers the sample. */
    Contribution commit(WorkloadBuilder window, ObservationsBuilder observations);
  }

  /**
   * What a look added.
   *
   * @param from since when it tells; empty for a first sample
   * @param events how many events it stands for
   * @param notes what somebody should know, a sentence each
   */
  record Contribution(Optional<Instant> from, long events, List<String> notes) {

    Contribution {
      notes = List.copyOf(notes);
    }
  }

  /** Takes a sample. */
  Look look(ServerQueries server, Continuity continuity, Instant now) throws ServerException {
    Optional<Taken<S>> before = basis(continuity);
    S sample = domain.sample(server, before.map(Taken::sample));
    return (window, observations) -> {
      // Not before: a difference may be much larger than the samples, and has to be held until all
      // domains are asked.
      Optional<D> difference =
          before.isPresent()
              ? Optional.of(domain.difference(before.get().sample(), sample))
              : domain.first(sample);
      last = Optional.of(new Taken<>(sample, now));
      // A clock that was set back makes a span without length, not one that ends before it began.
      Instant from = before.map(Taken::at).filter(now::isAfter).orElse(now);
      SampleSpan span = new SampleSpan(from, now);
      difference.ifPresent(some -> domain.contribute(some, span, window));
      difference.ifPresent(some -> domain.observe(some, span, observations));
      return new Contribution(
          before.map(taken -> from),
          difference.map(domain::events).orElse(0L),
          difference.map(domain::notes).orElse(List.of()));
    };
  }

  /** Goes over to another server process without a sample of it. */
  void pass(Continuity continuity) {
    last = basis(continuity);
  }

  /** What a sample of a process is compared with. */
  private Optional<Taken<S>> basis(Continuity continuity) {
    return switch (continuity) {
      case SAME_PROCESS -> last;
      case RESTARTED -> last.map(taken -> new Taken<>(domain.beginning(), taken.at()));
      case OTHER_SERVER -> Optional.empty();
    };
  }

  /** Writes the last sample; nothing if there is none. */
  void encode(ByteWriter bytes) {
    bytes.flag(last.isPresent());
    if (last.isPresent()) {
      bytes.signed(ChronoUnit.MICROS.between(Instant.EPOCH, last.get().at()));
      domain.encode(last.get().sample(), bytes);
    }
  }

  /** Takes over what was written. */
  void decode(ByteReader bytes) throws DamagedBytesException {
    if (bytes.flag()) {
      Instant at = Instant.EPOCH.plus(bytes.signed(), ChronoUnit.MICROS);
      last = Optional.of(new Taken<>(domain.decode(bytes), at));
    }
    bytes.end();
  }
}
