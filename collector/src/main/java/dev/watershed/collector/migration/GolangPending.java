package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** golang-migrate: {@code 000001_words.up.sql}; the history is the version that was reached. */
final class GolangPending implements Pending {

  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.(up|down)\\.sql");

  @Override
  public List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks) {
    TreeMap<BigInteger, MigrationFile> ups = new TreeMap<>();
    for (MigrationFile file : files) {
      Matcher name = NAME.matcher(file.name());
      if (!name.matches()) {
        remarks.note(file, "is no migration by its name (000001_words.up.sql); left out");
      } else if (name.group(3).equals("down")) {
        remarks.note(file, "undoes a migration; left out");
      } else if (ups.putIfAbsent(new BigInteger(name.group(1)), file) != null) {
        remarks.issue(file, "version " + name.group(1) + " has two files; left out");
      }
    }
    Optional<BigInteger> reached = Optional.empty();
    for (Migration step : history) {
      if (step.version().matches("\\d+")) {
        BigInteger version = new BigInteger(step.version());
        reached = Optional.of(reached.map(version::max).orElse(version));
        if (!step.succeeded()) {
          remarks.issue(
              Optional.ofNullable(ups.get(version))
                  .orElseGet(() -> new MigrationFile("history of " + step.schema(), "")),
              "version "
                  + version
                  + " is dirty on the server in schema "
                  + step.schema()
                  + ": it failed half-way; golang-migrate refuses to go on before 'force'");
        }
      }
    }
    List<Part> pending = new ArrayList<>();
    for (Map.Entry<BigInteger, MigrationFile> up : ups.entrySet()) {
      if (reached.isPresent() && up.getKey().compareTo(reached.get()) <= 0) {
        remarks.note(
            up.getValue(),
            "the server is at version " + reached.get() + "; what is not above it does not run");
      } else {
        pending.add(Part.of(up.getValue(), Optional.of(up.getKey().toString())));
      }
    }
    return pending;
  }
}
