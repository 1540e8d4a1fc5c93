package dev.watershed.collector.proxy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param sampledAt when it was exported
 * @param startedAt when the proxy began; empty where the file does not tell its uptime
 * @param lacks the figures that the file does not tell
 * @param rows those that could be read
 * @param issues what could not, as {@code path:line: what; expected what}: the first ones
 * @param issueCount how many there are
 */
record ProxyExport(
    Instant sampledAt,
    Optional<Instant> startedAt,
    List<String> lacks,
    List<ProxyRow> rows,
    List<String> issues,
    long issueCount) {

  ProxyExport {
    Objects.requireNonNull(sampledAt, "sampledAt");
    Objects.requireNonNull(startedAt, "startedAt");
    lacks = List.copyOf(lacks);
    rows = List.copyOf(rows);
    issues = List.copyOf(issues);
  }
}
