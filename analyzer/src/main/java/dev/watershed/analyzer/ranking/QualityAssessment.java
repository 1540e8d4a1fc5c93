package dev.watershed.analyzer.ranking;

import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;

/** Sums what the figures of a workload do not show. */
final class QualityAssessment {

  private final Workload workload;
  private final OriginGrouping services;

  private long micros;
  private long unattributedMicros;
  private long lumpedDigestMicros;
  private long lumpedAccountMicros;
  private long lumpedSchemaMicros;
  private long inheritedSchemaCalls;
  private long calls;
  private long timelessCalls;

  QualityAssessment(Workload workload, OriginGrouping services) {
    this.workload = workload;
    this.services = services;
    Schemas schemas = new Schemas(workload.schemas());
    for (int row = 0; row < workload.statements().size(); row++) {
      add(workload.statements(), row, schemas);
    }
  }

  QualityFacts assess(Visibility visibility) {
    return new QualityFacts(
        visibility,
        workload.sources(),
        workload.quality().issues(),
        Shares.of(unattributedMicros, micros),
        Shares.of(lumpedDigestMicros, micros),
        Shares.of(lumpedAccountMicros, micros),
        Shares.of(lumpedSchemaMicros, micros),
        inheritedSchemaCalls,
        untimedCalls(),
        workload.quality().slotMinutes());
  }

  private void add(StatementTable statements, int row, Schemas schemas) {
    long time = statements.value(row, Measure.TIME_MICROS);
    int origin = statements.originIndex(row);
    micros += time;
    calls += statements.value(row, Measure.CALLS);
    boolean timeless =
        statements.value(row, Measure.LAST_SEEN_MICROS) == Measure.LAST_SEEN_MICROS.neutral();
    timelessCalls += timeless ? statements.value(row, Measure.CALLS) : 0;
    inheritedSchemaCalls += statements.value(row, Measure.INHERITED_SCHEMA);
    unattributedMicros += services.key(services.groupOf(origin)).known() ? 0 : time;
    lumpedDigestMicros += workload.texts().get(statements.textIndex(row)).lumped() ? time : 0;
    lumpedAccountMicros += workload.origins().get(origin).equals(Origin.LUMPED) ? time : 0;
    lumpedSchemaMicros += schemas.lumped(statements.schemaIndex(row)) ? time : 0;
  }

  /** A workload without minutes, as a snapshot has it, says by row whether any call has a time. */
  private long untimedCalls() {
    return workload.minutes().size() == 0 ? timelessCalls : calls - timedCalls(workload.minutes());
  }

  private static long timedCalls(MinuteTable minutes) {
    long timed = 0;
    for (int row = 0; row < minutes.size(); row++) {
      timed += minutes.value(row, Measure.CALLS);
    }
    return timed;
  }
}
