package dev.watershed.workload.store.window;

/** The names of what windows were read from. Figures of several of them are never added. */
public final class WindowSource {

  /** The slow log of a server. */
  public static final String SLOW_LOG = "slowlog";

  /** The counters of a running server. */
  public static final String COUNTERS = "perfschema";

  /** What a proxy before a server counted. */
  public static final String PROXY = "proxy";

  /** What the host of a server did: shows no load of statements. */
  public static final String HOST = "host";

  /** The definitions of a server: shows no load. */
  public static final String CATALOG = "catalog";

  private WindowSource() {}
}
