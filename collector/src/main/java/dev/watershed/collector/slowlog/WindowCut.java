package dev.watershed.collector.slowlog;

import dev.watershed.workload.Execution;

/** Decides which event is the first one of the next window of a log that is followed. */
interface WindowCut {

  /** Everything belongs together. */
  WindowCut NEVER = (header, figures) -> false;

  /** Whether the window ends before this event. */
  boolean before(Header header, Execution figures);
}
