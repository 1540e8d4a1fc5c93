package dev.watershed.cli.command;

import dev.watershed.reports.CollectedSource;

/** One source of one server, from its first look to its last. */
interface SourceRun {

  /** Looks as often as it is time, and puts everything that was read in place. */
  CollectedSource run(boolean logEnded, Pace pace);
}
