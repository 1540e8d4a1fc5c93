package dev.watershed.analyzer.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 network in CIDR notation (RFC 4632, RFC 4291 section 2.3); a single address is a
 * network of its own.
 *
 * @param address its numeric address, 4 or 16 bytes
 * @param prefixBits how many leading bits count
 */
record Network(InetAddress address, int prefixBits) {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";

  /**
   * Four bytes, or what has a colon: Java looks all else up by name, such as {@code 300.1.1.1}, and
   * a log may hold any host.
   */
  private static final Pattern NUMERIC =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  Network {
    Objects.requireNonNull(address, "address");
    int most = address.getAddress().length * Byte.SIZE;
    if (prefixBits < 0 || prefixBits > most) {
      throw new IllegalArgumentException("a prefix has 0 to " + most + " bits, not " + prefixBits);
    }
  }

  /** Reads {@code 10.2.0.0/16} or {@code 10.2.3.4}; empty if the text is neither. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!NUMERIC.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress numeric = InetAddress.getByName(address);
      int bits = numeric.getAddress().length * Byte.SIZE;
      if (slash >= 0) {
        String prefix = text.substring(slash + 1);
        if (!PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > bits) {
          return Optional.empty();
        }
        bits = Integer.parseInt(prefix);
      }
      return Optional.of(new Network(numeric, bits));
    } catch (UnknownHostException notNumeric) {
      return Optional.empty();
    }
  }

  /** Whether every address of the other network is one of this network. */
  boolean contains(Network other) {
    byte[] own = address.getAddress();
    byte[] others = other.address.getAddress();
    if (own.length != others.length || prefixBits > other.prefixBits) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((own[bit / Byte.SIZE] & mask) != (others[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
