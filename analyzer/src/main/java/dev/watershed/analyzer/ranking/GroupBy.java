package dev.watershed.analyzer.ranking;

import dev.watershed.workload.MinuteTable;

/** What one line of a ranking stands for. */
public enum GroupBy {
  /** Statements with the same fingerprint. */
  DIGEST("digest"),
  /** The statements of a service. */
  SERVICE("service"),
  /** The statements of a service's module. */
  MODULE("module"),
  /** The statements that ran in a schema. */
  SCHEMA("schema"),
  /** The statements that name a table; one that names several counts in full for each. */
  TABLE("table"),
  /** The statements of an account, from any host. */
  ACCOUNT("account"),
  /** The statements that ended in a time slot of the {@link MinuteTable}. */
  MINUTE("minute");

  private final String key;

  GroupBy(String key) {
    this.key = key;
  }

  /** The name on the command line and in JSON. */
  public String key() {
    return key;
  }
}
