package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.data.Values;
import java.util.random.RandomGenerator;

/** What an {@link Argument} may look at: the luck of its client and the course of its action. */
public interface Draw {

  RandomGenerator random();

  Values values();

  RowCounts rows();

  /** Whether the deployment in the middle of the run is over. */
  boolean deployed();

  /** The first column of the current row. */
  Object row();

  /** The last number that the server gave. */
  long lastId();

  /** What a {@code let} of this action drew. */
  Object variable(String name);

  /** Some words. */
  String words(int count);
}
