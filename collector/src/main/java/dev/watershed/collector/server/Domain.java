package dev.watershed.collector.server;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One kind of data of a server.
 *
 * @param <S> a sample: what the server shows at one moment, with everything that the difference to
 *     the next one needs. Immutable
 * @param <D> a difference: what happened between two samples
 */
public interface Domain<S, D> {

  /** Its name in cursors and messages, stable from version to version. */
  String name();

  /**
   * The tables whose columns it wants to know, as {@code schema.table} in lower case. Those that
   * the server does not have, or does not show, are not in the {@link Columns}.
   */
  List<String> tables();

  /**
   * Takes a sample.
   *
   * @param previous the last one of this server process, so that only what changed has to be asked
   *     for; empty at the first
   */
  S sample(ServerQueries server, Optional<S> previous) throws ServerException;

  /**
   * What a process shows that has only just begun: what the first sample after a restart is
   * compared with.
   */
  S beginning();

  /** What a first sample shows by itself; of counters nothing, since they began before it. */
  default Optional<D> first(S current) {
    return Optional.empty();
  }

  /** What happened between two samples of one server process. */
  D difference(S previous, S current);

  /** How many executions a difference stands for, to be told to people. */
  default long events(D difference) {
    return 0;
  }

  /** What somebody should know of a difference at once, a sentence each. */
  default List<String> notes(D difference) {
    return List.of();
  }

  /** Adds what happened in a span to the statements of a window. */
  default void contribute(D difference, SampleSpan span, WorkloadBuilder window) {}

  /** Adds what happened in a span to what a window holds beside statements. */
  default void observe(D difference, SampleSpan span, ObservationsBuilder observations) {}

  /** Writes a sample, its version first. */
  void encode(S sample, ByteWriter bytes);

  /**
   * Reads a sample.
   *
   * @throws DamagedBytesException if it is none, or of a version that is not known
   */
  S decode(ByteReader bytes) throws DamagedBytesException;
}
