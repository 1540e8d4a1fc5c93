/**
 * Reads slow query logs of MySQL, Percona Server and MariaDB.
 *
 * <p>What enters: the bytes of logs. What leaves: a {@link dev.watershed.workload.Workload}, and
 * the inputs that failed. What is dropped: nothing without a count; what cannot be read becomes an
 * issue with its reason, file and byte offset. The rules stand in {@code docs/slow-log.md}.
 */
package dev.watershed.collector.slowlog;
