package dev.watershed.collector.slowlog;

import dev.watershed.collector.origin.ClientNetwork;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account and the client's place of a user line, {@code account[login] @ host [address]}.
 *
 * @param user the account; the login where the account is empty, as for {@code [SQL_SLAVE]}
 * @param host the network of the client's address where it is IPv4 or IPv6; else the host name
 */
record UserHost(String user, String host) {

  /** Longer than the names of any account and host: more of a line is not looked at. */
  private static final int LONGEST = 1_024;

  private static final Pattern LINE =
      Pattern.compile(
          "^(?<account>.*?)\\[(?<login>.*?)\\] @ ?(?<host>.*?) ?\\[(?<address>[^\\]]*)\\].*$");

  static UserHost parse(String joined, int ipv4NetworkBits) {
    int separator = joined.indexOf(UserBytes.CLIENT);
    String whole = separator < 0 ? joined : joined.substring(0, separator);
    String line = whole.substring(0, Math.min(LONGEST, whole.length()));
    String client = separator < 0 ? "" : joined.substring(separator + UserBytes.CLIENT.length());
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      int at = line.indexOf('@');
      return at < 0
          ? new UserHost(line.strip(), "")
          : new UserHost(
              line.substring(0, at).strip(),
              ClientNetwork.of(line.substring(at + 1).strip(), ipv4NetworkBits));
    }
    String account = matcher.group("account").strip();
    String user = account.isEmpty() ? matcher.group("login").strip() : account;
    String ownAddress = matcher.group("address").strip();
    String address = ownAddress.isEmpty() ? client : ownAddress;
    String host = matcher.group("host").strip();
    return new UserHost(
        user, ClientNetwork.of(address.isEmpty() ? host : address, ipv4NetworkBits));
  }
}
