package dev.watershed.cli.command;

import dev.watershed.reports.CollectedSource;
import java.util.List;

/** Follows several sources at the same time. A bug that shows in one ends all in good order. */
final class CollectRun {

  private CollectRun() {}

  /** Runs all sources to their end; what became of each, in their order. */
  static List<CollectedSource> run(
      List<? extends SourceRun> sources, boolean logsEnded, Pace pace) {
    return ThreadEach.map(sources, source -> run(source, logsEnded, pace));
  }

  private static CollectedSource run(SourceRun source, boolean logsEnded, Pace pace) {
    boolean ended = false;
    try {
      CollectedSource collected = source.run(logsEnded, pace);
      ended = true;
      return collected;
    } finally {
      if (!ended) {
        pace.stop();
      }
    }
  }
}
