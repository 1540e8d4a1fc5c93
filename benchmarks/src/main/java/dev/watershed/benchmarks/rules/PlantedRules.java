package dev.watershed.benchmarks.rules;

import java.util.List;
import java.util.Map;

/**
 * Which rule reports what is planted in the simulated fleet. A minute of a small fleet has few
 * calls and small tables, so that floors are lower here than usual. What is not named here has no
 * rule: facts such as tables behind triggers, dead tables and hubs.
 */
public final class PlantedRules {

  /** What a rule needs to see a case. */
  public enum Needs {
    /** The slow logs and the schemas. */
    LOGS,
    /** Servers that were asked while they ran: how many rows a table has, and what is used. */
    SERVERS,
    /** The day before a deployment and the day after. */
    DAYS,
    /**
     * What a short run does not show: a scan that its LIMIT does not end, queries in one
     * transaction, processors that are all busy, months in which an index is watched.
     */
    MORE
  }

  /**
   * A case and its rule.
   *
   * @param id of the case
   * @param rule that reports it
   */
  public record Expected(String id, String rule, Needs needs) {}

  /** The cases that have a rule. */
  public static final List<Expected> EXPECTED =
      List.of(
          logs("missing-index", "missing-index"),
          logs("missing-index-favourites", "missing-index"),
          logs("missing-composite", "missing-index"),
          logs("missing-composite-ledger", "missing-index"),
          logs("unindexed-join", "missing-index"),
          logs("file-sort", "missing-index"),
          logs("redundant-index", "redundant-index"),
          logs("duplicate-index", "duplicate-index"),
          logs("hot-full-scan", "full-scans"),
          logs("leading-wildcard", "leading-wildcard"),
          logs("function-over-column", "function-over-column"),
          logs("implicit-conversion", "implicit-conversion"),
          logs("join-type", "join-types"),
          logs("join-collation", "function-over-column"),
          logs("deep-offset", "deep-offset"),
          logs("order-by-rand", "rows-examined"),
          logs("oversized-in", "oversized-in"),
          logs("unbounded-delete", "rows-examined"),
          logs("for-update-scan", "locking-scan"),
          logs("digest-explosion", "digest-explosion"),
          logs("examined-sent", "full-scans"),
          logs("no-primary-key", "no-primary-key"),
          logs("auto-increment", "auto-increment-end"),
          logs("duplicate-areas", "duplicate-table"),
          logs("duplicate-partners", "duplicate-table"),
          logs("duplicate-plans", "duplicate-table"),
          logs("contested-notes", "second-writer"),
          logs("contested-photos", "second-writer"),
          logs("second-writer-slots", "second-writer"),
          logs("second-writer-ledger", "second-writer"),
          logs("second-writer-bookings", "second-writer"),
          logs("read-outside-contract", "foreign-read"),
          logs("cross-owner-join", "cross-owner-join"),
          logs("cross-owner-transaction", "cross-owner-transaction"),
          logs("move-crossing", "cross-owner-transaction"),
          logs("cycle-booking-coupon", "service-cycle"),
          logs("cycle-coupon-booking", "service-cycle"),
          logs("lock-wait", "lock-wait-share"),
          logs("deadlock", "lock-wait-share"),
          logs("error-rate", "budget-errors"),
          logs("sensitive-read", "sensitive-read"),
          logs("sensitive-read-bank", "sensitive-read"),
          logs("unattributed-batch", "unattributed-share"),
          logs("unattributed-adhoc", "unattributed-share"),
          logs("unattributed-legacy", "unattributed-share"),
          servers("unbounded-select", "unbounded-read"),
          servers("unbounded-update", "unbounded-write"),
          servers("random-primary-key", "random-primary-key"),
          servers("too-many-indexes", "crowded-table"),
          days("rows-regression", "rows-regression"),
          days("new-hot-digest", "new-hot-statement"),
          days("new-crossing", "new-crossing"),
          more("leading-wildcard-messages", "leading-wildcard"),
          more("n-plus-one", "repeated-statement"),
          more("noisy-neighbour", "noisy-neighbour"),
          more("unused-index", "unused-index"),
          more("unused-index-hold-source", "unused-index"));

  /**
   * The rules that may not fire on a trap, with their usual floors. Those about unused indexes are
   * not among them: they fire on nothing that was watched for a short run. Whether {@code advise}
   * calls a trap unused is judged by {@code proof.ProofMain}.
   */
  public static final Map<String, List<String>> TRAPS =
      Map.of(
          "trap-order-by-primary", List.of("redundant-index", "duplicate-index"),
          "trap-unique-index", List.of("duplicate-index", "redundant-index"),
          "trap-foreign-key-index", List.of("duplicate-index"),
          "trap-small-scan", List.of("full-scans", "unbounded-read"),
          "low-selectivity", List.of("missing-index"),
          "similar-audits", List.of("duplicate-table"),
          "looks-alike", List.of("second-writer", "service-cycle"));

  /** What is added to the configuration of a fleet. */
  public static final String LOWER_FLOORS =
      """

      budgets:
        - {service: member, errorShare: 0.001}
      rules:
        - {rule: full-scans, minCalls: 3, minTimeShare: 0}
        - {rule: rows-examined, minCalls: 3, minTimeShare: 0}
        - {rule: join-types, minCalls: 3, minTimeShare: 0}
        - {rule: function-over-column, minCalls: 3, minTimeShare: 0}
        - {rule: implicit-conversion, minCalls: 3, minTimeShare: 0}
        - {rule: leading-wildcard, minCalls: 3, minTimeShare: 0}
        - {rule: deep-offset, minCalls: 3, minTimeShare: 0}
        - {rule: oversized-in, minCalls: 1, minTimeShare: 0}
        - {rule: locking-scan, minCalls: 3, lockedRowsPerCall: 20}
        - {rule: digest-explosion, maxDigests: 4}
        - {rule: missing-index, minTimeShare: 0}
        - {rule: repeated-statement, maxRepeats: 3, minTransactions: 3}
        - {rule: lock-wait-share, minTimeShare: 0}
        - {rule: unattributed-share, maxShare: 0.01}
        - {rule: unbounded-read, minRows: 1000, minCalls: 1}
        - {rule: unbounded-write, minRows: 100}
        - {rule: random-primary-key, minRows: 10000}
        - {rule: crowded-table, maxIndexes: 7, minWritesPerSecond: 0.1}
        - {rule: rows-regression, minRowsPerCall: 10, minCalls: 3, minTimeShare: 0}
        - {rule: new-hot-statement, minTimeShare: 0}
      """;

  private PlantedRules() {}

  private static Expected logs(String id, String rule) {
    return new Expected(id, rule, Needs.LOGS);
  }

  private static Expected servers(String id, String rule) {
    return new Expected(id, rule, Needs.SERVERS);
  }

  private static Expected days(String id, String rule) {
    return new Expected(id, rule, Needs.DAYS);
  }

  private static Expected more(String id, String rule) {
    return new Expected(id, rule, Needs.MORE);
  }
}
