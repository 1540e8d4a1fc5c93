package dev.watershed.cli.metrics;

import java.util.List;

/** A command that has figures of its own beside how it ended. */
public interface Measured {

  /** What it read from each source, as far as it came; empty before it ran. */
  List<SourceFigures> figures();

  /** Whether it comes to its own end, and soon, where the process is told to end. */
  boolean endsInGoodOrder();
}
