package dev.watershed.analyzer.calls;

import java.util.List;
import java.util.Objects;

/**
 * What one source says of calls.
 *
 * @param source its name
 * @param edges each pair of names at most once
 * @param notes what it does not tell, a sentence each
 */
public record CallExport(String source, List<CallEdge> edges, List<String> notes) {

  public CallExport {
    Objects.requireNonNull(source, "source");
    edges = List.copyOf(edges);
    notes = List.copyOf(notes);
  }
}
