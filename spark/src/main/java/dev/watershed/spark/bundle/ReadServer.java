package dev.watershed.spark.bundle;

import dev.watershed.cli.command.BundledServers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the bundles of a server.
 *
 * @param sources what became of each source
 * @param files those of a store that goes on behind the server's last windows
 */
record ReadServer(String server, ArrayList<BundledSource> sources, ArrayList<StoredFile> files)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A server whose bundles could not be read. */
  static ReadServer failed(String server, String failure) {
    BundledSource source = BundledSource.of(BundledServers.failed(server, failure));
    return new ReadServer(server, new ArrayList<>(List.of(source)), new ArrayList<>());
  }
}
