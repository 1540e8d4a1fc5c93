package dev.watershed.workload.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** Who writes, in words: what a lock tells whoever comes next. */
public final class LockHolder {

  private LockHolder() {}

  /**
   * This process.
   *
   * @param command what it was started for, without secrets
   */
  public static String ofThisProcess(String command) {
    ProcessHandle self = ProcessHandle.current();
    String since = self.info().startInstant().map(Instant::toString).orElse("an unknown time");
    return "'" + command + "' (process " + self.pid() + " on " + host() + ", since " + since + ")";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "a host without a name";
    }
  }
}
