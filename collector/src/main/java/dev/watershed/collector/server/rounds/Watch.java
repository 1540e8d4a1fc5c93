package dev.watershed.collector.server.rounds;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.observation.SamplingRounds;
import java.util.List;

/**
 * Something that is looked at. It remembers what the look before showed, of one server process and
 * one loop, so that what goes on is counted once.
 */
public interface Watch {

  /** The most rows of one look. */
  int MOST_ROWS = 1_000;

  /** What it samples. */
  SamplingRounds.Subject subject();

  /** What a sample stands for, in words. */
  String estimator();

  /** What its looks are counted under. */
  default SamplingRounds.Key key() {
    return new SamplingRounds.Key(subject().key(), estimator());
  }

  /** In how many intervals it looks once. */
  default int every() {
    return 1;
  }

  /**
   * The tables whose columns it wants to know, as {@code schema.table}, in the case of the server.
   */
  List<String> tables();

  /** Looks, and adds what it saw. */
  void look(ServerQueries server, Round round, Watched watched) throws ServerException;

  /** Begins anew: another session, perhaps with another process. */
  void forget();
}
