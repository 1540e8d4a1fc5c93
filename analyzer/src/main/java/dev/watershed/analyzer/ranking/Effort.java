package dev.watershed.analyzer.ranking;

/**
 * Sums that only some servers and settings log or count ({@code log_slow_extra}, Percona Server,
 * MariaDB, the consumer {@code events_statements_cpu}); a zero may therefore mean that nothing was
 * measured.
 *
 * @param errors executions that ended with an error
 * @param rowsAffected rows changed
 * @param bytesSent bytes sent to clients
 * @param temporaryTables internal temporary tables
 * @param temporaryDiskTables those on disk
 * @param fullScans executions with a full table scan
 * @param fullJoins executions with a join without index
 * @param sortRows rows sorted
 * @param sortMergePasses merge passes of sorts
 * @param inheritedSchema executions whose schema was carried over from an earlier event
 * @param cpuTimeMicros sum of processor times
 */
public record Effort(
    long errors,
    long rowsAffected,
    long bytesSent,
    long temporaryTables,
    long temporaryDiskTables,
    long fullScans,
    long fullJoins,
    long sortRows,
    long sortMergePasses,
    long inheritedSchema,
    long cpuTimeMicros) {}
