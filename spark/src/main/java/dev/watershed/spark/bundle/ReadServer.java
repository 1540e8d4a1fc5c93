package dev.watershed.spark.bundle;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * What came of the bundles of a server.
 *
 * @param sources what became of each source
 * @param files those of a store that goes on behind the server's last windows
 */
record ReadServer(String server, ArrayList<BundledSource> sources, ArrayList<StoredFile> files)
    implements Serializable {

  private static final long serialVersionUID = 1L;
}
