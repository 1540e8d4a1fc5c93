package dev.watershed.analyzer.cost;

/** By what the cost of a server is apportioned. */
public enum ApportionMethod {
  /** The host's processor time, minute by minute, by the statement time of that minute. */
  HOST_CPU("host-cpu", "processor time of the host, shared in each minute by statement time"),
  /** Statement time, exactly. */
  STATEMENT_TIME("statement-time", "statement time"),
  /** Statement time that samples share. */
  SAMPLED_TIME("sampled-time", "statement time, shared by samples"),
  /** Nothing ran. */
  NOTHING("nothing", "no load was seen");

  private final String key;
  private final String title;

  ApportionMethod(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** Whether samples tell whose the load is. */
  public boolean estimated() {
    return this == SAMPLED_TIME;
  }

  /** What it is, in words. */
  public String title() {
    return title;
  }
}
