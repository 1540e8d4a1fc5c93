package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kinds of indexes a server has.
 *
 * @param descending whether parts may be descending (MySQL 8.0, MariaDB 10.8)
 * @param functional whether parts may be expressions (MySQL 8.0.13)
 * @param hides whether indexes may be hidden, and shown again
 */
public record IndexFeatures(boolean descending, boolean functional, boolean hides) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Those of a server, by its version; none if that is unknown. */
  public static IndexFeatures of(AdvisedServer server) {
    List<Integer> version = new ArrayList<>(List.of(0, 0, 0));
    Matcher numbers = NUMBER.matcher(server.version());
    for (int part = 0; part < 3 && numbers.find(); part++) {
      version.set(part, Integer.parseInt(numbers.group()));
    }
    int known = version.get(0) * 1_000_000 + version.get(1) * 1_000 + version.get(2);
    boolean hides = ServerAbilities.of(server.version()).hides() != ServerAbilities.Hiding.NONE;
    return server.mariaDb()
        ? new IndexFeatures(known >= 10_008_000, false, hides)
        : new IndexFeatures(known >= 8_000_000, known >= 8_000_013, hides);
  }
}
