package dev.watershed.cli.config;

import java.util.List;
import java.util.Objects;

/**
 * What a proxy before a server counted, in a file.
 *
 * @param digests the path of the file, as written
 * @param hostgroups those of the proxy that lead to this server; empty for all
 */
public record ProxyExport(String digests, List<Long> hostgroups) {

  public ProxyExport {
    Objects.requireNonNull(digests, "digests");
    hostgroups = List.copyOf(hostgroups);
  }
}
