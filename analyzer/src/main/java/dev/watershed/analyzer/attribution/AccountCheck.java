package dev.watershed.analyzer.attribution;

import java.util.List;
import java.util.Objects;

/**
 * What the samples say of an account, held against the server's own counters, which know accounts
 * but no statements.
 *
 * @param user the account's name
 * @param services whose statements it was seen with; where it was not seen, whose it is
 * @param countedShare its part of the time by the counters, 0 to 1
 * @param sampledShare its part by the samples
 */
public record AccountCheck(
    String user, List<String> services, double countedShare, Interval sampledShare) {

  public AccountCheck {
    Objects.requireNonNull(user, "user");
    services = List.copyOf(services);
    Objects.requireNonNull(sampledShare, "sampledShare");
  }

  /** Whether the counters say what the samples let expect; of 20 accounts, 19 should. */
  public boolean agrees() {
    return sampledShare.contains(countedShare);
  }
}
