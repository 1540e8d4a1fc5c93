package dev.watershed.cli.command;

import dev.watershed.workload.Issue;
import dev.watershed.workload.Measure;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How much of a source windows show.
 *
 * @param files how many files they were read from
 * @param bytes of these, uncompressed
 * @param executions read, weighted
 * @param lost executions
 */
public record SourceRead(long files, long bytes, long executions, long lost)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public static final SourceRead NOTHING = new SourceRead(0, 0, 0, 0);

  public SourceRead {
    if (files < 0 || bytes < 0 || executions < 0 || lost < 0) {
      throw new IllegalArgumentException(
          "negative: " + files + " files, " + bytes + " bytes, " + executions + ", " + lost);
    }
  }

  /** What one window shows. */
  public static SourceRead of(Workload workload) {
    long executions = 0;
    for (int row = 0; row < workload.statements().size(); row++) {
      executions += workload.statements().value(row, Measure.CALLS);
    }
    return new SourceRead(
        workload.sources().size(),
        workload.sources().stream().mapToLong(SourceFile::bytes).sum(),
        executions,
        workload.quality().issues().stream()
            .filter(issue -> issue.reason().losesExecutions())
            .mapToLong(Issue::count)
            .sum());
  }

  /** What several windows show. */
  public SourceRead and(SourceRead other) {
    return new SourceRead(
        files + other.files, bytes + other.bytes, executions + other.executions, lost + other.lost);
  }

  /** Empty where no file was read. */
  public OptionalLong bytesRead() {
    return files == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /** Empty where no execution was read. */
  public OptionalDouble lostShare() {
    return executions == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) lost / executions);
  }
}
