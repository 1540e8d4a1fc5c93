package dev.watershed.workload.store;

import java.util.List;
import java.util.Objects;

/**
 * What was taken of a source of a server from another store.
 *
 * @param source what was read, such as {@code slowlog}
 * @param windows how many came
 * @param events read for these; 0 of catalogs
 * @param failures why others did not
 */
public record TakenSource(String source, long windows, long events, List<String> failures) {

  public TakenSource {
    Objects.requireNonNull(source, "source");
    failures = List.copyOf(failures);
  }
}
