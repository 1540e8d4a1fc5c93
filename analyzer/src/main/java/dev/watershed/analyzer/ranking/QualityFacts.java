package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Issue;
import dev.watershed.workload.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the figures do not show. Shares are of the execution time logged, 0 to 1, and empty when
 * there is none.
 *
 * @param visibility which executions the source shows
 * @param files the inputs
 * @param issues what could not be taken as it stands, by reason
 * @param unattributedShare that no service claims
 * @param lumpedDigestShare of digests beyond the bounds
 * @param lumpedAccountShare of which the account is not told any more: there were more accounts, or
 *     more combinations of digest, schema and account, than the bounds allow
 * @param lumpedSchemaShare of which the schema is not, likewise
 * @param inheritedSchemaCalls executions whose schema was carried over from an earlier event
 * @param untimedCalls executions without a time; they are in no minute
 * @param slotMinutes the width of the time slots
 */
public record QualityFacts(
    Visibility visibility,
    List<SourceFile> files,
    List<Issue> issues,
    OptionalDouble unattributedShare,
    OptionalDouble lumpedDigestShare,
    OptionalDouble lumpedAccountShare,
    OptionalDouble lumpedSchemaShare,
    long inheritedSchemaCalls,
    long untimedCalls,
    int slotMinutes) {

  public QualityFacts {
    Objects.requireNonNull(visibility, "visibility");
    files = List.copyOf(files);
    issues = List.copyOf(issues);
    Objects.requireNonNull(unattributedShare, "unattributedShare");
    Objects.requireNonNull(lumpedDigestShare, "lumpedDigestShare");
    Objects.requireNonNull(lumpedAccountShare, "lumpedAccountShare");
    Objects.requireNonNull(lumpedSchemaShare, "lumpedSchemaShare");
  }

  /** The same with another share that no service claims. */
  QualityFacts withUnattributed(OptionalDouble share) {
    return new QualityFacts(
        visibility,
        files,
        issues,
        share,
        lumpedDigestShare,
        lumpedAccountShare,
        lumpedSchemaShare,
        inheritedSchemaCalls,
        untimedCalls,
        slotMinutes);
  }
}
