package dev.watershed.spark.bundle;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * The bundles of a server.
 *
 * @param addresses where they lie
 */
record ServerBundles(String server, ArrayList<String> addresses) implements Serializable {

  private static final long serialVersionUID = 1L;
}
