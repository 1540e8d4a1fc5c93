package dev.watershed.collector.dump;

import java.util.List;

/**
 * What a look at a dump gave.
 *
 * @param stored whether it was new and is in the store now
 * @param notes what could not be read of it, a line each with its place
 */
public record DumpReport(boolean stored, List<String> notes) {

  /** Nothing is new. */
  static final DumpReport UNCHANGED = new DumpReport(false, List.of());

  public DumpReport {
    notes = List.copyOf(notes);
  }
}
