package dev.watershed.workload.store.window;

/** The tables of a window's file. */
public enum WindowSection {
  HEADER("header"),
  SUPERSEDED("superseded"),
  /** Only where a file holds several hours: what each of them says of itself. */
  HOURS("hours"),
  SCHEMAS("schemas"),
  ORIGINS("origins"),
  ORIGIN_TAGS("origin_tags"),
  DIGESTS("digests"),
  /** Only where a file holds several hours: the slowest statement of each digest, by hour. */
  SAMPLES("samples"),
  STATEMENTS("statements"),
  STATEMENT_LATENCIES("statement_latencies"),
  MINUTES("minutes"),
  MINUTE_LATENCIES("minute_latencies"),
  TRANSACTION_CLASSES("transaction_classes"),
  TRANSACTION_DIGESTS("transaction_digests"),
  TRANSACTIONS("transactions"),
  ISSUES("issues"),
  SOURCES("sources");

  private final String key;

  WindowSection(String key) {
    this.key = key;
  }

  /** The name in the file. */
  public String key() {
    return key;
  }
}
