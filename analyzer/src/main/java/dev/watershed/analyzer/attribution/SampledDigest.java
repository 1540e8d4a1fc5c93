package dev.watershed.analyzer.attribution;

import java.util.List;
import java.util.Objects;

/**
 * Whose time a statement takes on a server, by samples.
 *
 * @param server its name in the configuration
 * @param shares of the services
 */
public record SampledDigest(String server, DigestShares shares) {

  public SampledDigest {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(shares, "shares");
  }

  /** A statement on all servers that saw it running. */
  public static List<SampledDigest> of(long digest, List<ServerEstimate> servers) {
    return servers.stream()
        .flatMap(
            server ->
                server.digests().stream()
                    .filter(shares -> shares.digest() == digest)
                    .map(shares -> new SampledDigest(server.server(), shares)))
        .toList();
  }
}
