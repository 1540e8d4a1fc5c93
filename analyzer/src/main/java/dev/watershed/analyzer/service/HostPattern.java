package dev.watershed.analyzer.service;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hosts: a network in CIDR notation ({@code 10.2.0.0/16}), an address, or a glob of host names
 * ({@code *.batch.internal}), in which letter case does not count.
 *
 * <p>Sources keep a client's network rather than its address, so a pattern narrower than the
 * networks kept matches nothing; {@link ServiceMapping#ipv4NetworkBits} says how narrow they must
 * be.
 */
public final class HostPattern {

  private final String pattern;
  private final Optional<Network> network;
  private final Glob names;

  private HostPattern(String pattern, Optional<Network> network) {
    this.pattern = pattern;
    this.network = network;
    this.names = new Glob(pattern.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is empty, or has a slash but is no network
   */
  public static HostPattern parse(String pattern) {
    Optional<Network> network = Network.parse(pattern);
    if (network.isEmpty() && pattern.contains("/")) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no network; expected an address and a prefix, as in 10.2.0.0/16");
    }
    return new HostPattern(pattern, network);
  }

  /** The pattern as written. */
  public String pattern() {
    return pattern;
  }

  /** Whether a host name, address or network fits. */
  public boolean matches(String host) {
    if (network.isEmpty()) {
      return names.matches(host.toLowerCase(Locale.ROOT));
    }
    return Network.parse(host).filter(network.get()::contains).isPresent();
  }

  /** How specific the pattern is: literal characters, or a network's prefix bits. */
  int literalCharacters() {
    return network.map(Network::prefixBits).orElseGet(names::literalCharacters);
  }

  /** The length of an IPv4 prefix; empty for names and IPv6. */
  OptionalInt ipv4PrefixBits() {
    boolean ipv4 = network.isPresent() && network.get().address().getAddress().length == 4;
    return ipv4 ? OptionalInt.of(network.get().prefixBits()) : OptionalInt.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostPattern host && host.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
