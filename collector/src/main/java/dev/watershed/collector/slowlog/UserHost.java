package dev.watershed.collector.slowlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account and the client's place of a user line, {@code account[login] @ host [address]}.
 *
 * @param user the account; the login where the account is empty, as for {@code [SQL_SLAVE]}
 * @param host the network of the client's address where it is IPv4 or IPv6; else the host name
 */
record UserHost(String user, String host) {

  private static final Pattern LINE =
      Pattern.compile(
          "^(?<account>.*?)\\[(?<login>.*?)\\] @ ?(?<host>.*?) ?\\[(?<address>[^\\]]*)\\].*$");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int IPV6_GROUPS_KEPT = 4;

  static UserHost parse(String joined, int ipv4NetworkBits) {
    int separator = joined.indexOf(UserBytes.CLIENT);
    String line = separator < 0 ? joined : joined.substring(0, separator);
    String client = separator < 0 ? "" : joined.substring(separator + UserBytes.CLIENT.length());
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      int at = line.indexOf('@');
      return at < 0
          ? new UserHost(line.strip(), "")
          : new UserHost(
              line.substring(0, at).strip(),
              network(line.substring(at + 1).strip(), ipv4NetworkBits));
    }
    String account = matcher.group("account").strip();
    String user = account.isEmpty() ? matcher.group("login").strip() : account;
    String ownAddress = matcher.group("address").strip();
    String address = ownAddress.isEmpty() ? client : ownAddress;
    String host = matcher.group("host").strip();
    return new UserHost(user, network(address.isEmpty() ? host : address, ipv4NetworkBits));
  }

  private static String network(String host, int ipv4NetworkBits) {
    if (IPV4.matcher(host).matches()) {
      return ipv4Network(host, ipv4NetworkBits);
    }
    if (host.indexOf(':') >= 0 && host.indexOf(':') != host.lastIndexOf(':')) {
      return ipv6Network(host);
    }
    return host;
  }

  private static String ipv4Network(String address, int bits) {
    if (bits == 32) {
      return address;
    }
    long value = 0;
    for (String part : address.split("\\.", -1)) {
      value = value << 8 | Math.min(255, Integer.parseInt(part));
    }
    value &= bits == 0 ? 0 : -1L << (32 - bits);
    return (value >>> 24 & 255)
        + "."
        + (value >>> 16 & 255)
        + "."
        + (value >>> 8 & 255)
        + "."
        + (value & 255)
        + "/"
        + bits;
  }

  /** The /64 of an address that is not compressed in its first half; others stay whole. */
  private static String ipv6Network(String address) {
    String[] groups = address.split(":", -1);
    if (groups.length <= IPV6_GROUPS_KEPT) {
      return address;
    }
    for (int i = 0; i < IPV6_GROUPS_KEPT; i++) {
      if (groups[i].isEmpty()) {
        return address;
      }
    }
    return String.join(":", groups[0], groups[1], groups[2], groups[3]) + "::/64";
  }
}
