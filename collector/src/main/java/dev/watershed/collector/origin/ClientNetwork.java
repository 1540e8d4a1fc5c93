package dev.watershed.collector.origin;

import java.util.regex.Pattern;

/** A client counts by its network: a service runs on many hosts, which come and go. */
public final class ClientNetwork {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int IPV6_GROUPS_KEPT = 4;

  private ClientNetwork() {}

  /**
   * The network of an address; anything else is a name and stays as it is.
   *
   * @param ipv4NetworkBits how many bits of an IPv4 address count
   */
  public static String of(String host, int ipv4NetworkBits) {
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
