package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A target; its entries are on the lines of a file. */
final class TargetFixture {

  private final List<TargetOwner> owners = new ArrayList<>();

  /** An entry; an empty schema or server is not given. */
  TargetFixture owner(String name, String schema, String server, String... tables) {
    String place = "target.yaml:" + (owners.size() + 3);
    List<TargetPattern> patterns = new ArrayList<>();
    for (String table : Arrays.asList(tables)) {
      patterns.add(
          new TargetPattern(TablePattern.parse(table), place + ":" + (patterns.size() + 1)));
    }
    owners.add(
        new TargetOwner(
            name,
            patterns,
            Optional.of(schema).filter(given -> !given.isEmpty()),
            Optional.of(server).filter(given -> !given.isEmpty()),
            place));
    return this;
  }

  TargetArchitecture build() {
    return new TargetArchitecture(owners);
  }
}
