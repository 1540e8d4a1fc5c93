package dev.watershed.spark.collect;

import dev.watershed.cli.command.SourceRead;
import dev.watershed.reports.CollectedSource;
import java.util.Objects;

/**
 * What became of a server's log.
 *
 * @param read how much of it the windows show that were put in place
 */
record ReadSource(CollectedSource source, SourceRead read) {

  ReadSource {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(read, "read");
  }
}
