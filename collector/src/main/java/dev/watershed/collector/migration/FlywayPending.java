package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway: {@code V1_2__words.sql} once and in the order of versions, then {@code R__words.sql}
 * whenever it changed, in the order of their words.
 */
final class FlywayPending implements Pending {

  private static final Pattern NAME = Pattern.compile("([VURB])(.*?)__(.+)\\.sql");

  @Override
  public List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks) {
    TreeMap<FlywayVersion, MigrationFile> versioned = new TreeMap<>();
    TreeMap<String, MigrationFile> repeatable = new TreeMap<>();
    for (MigrationFile file : files) {
      Matcher name = NAME.matcher(file.name());
      if (!name.matches()) {
        remarks.note(file, "is no migration by its name (V1__words.sql, R__words.sql); left out");
      } else if (name.group(1).equals("R") && name.group(2).isEmpty()) {
        put(repeatable, name.group(3).replace('_', ' '), file, remarks);
      } else if (name.group(1).equals("V") && FlywayVersion.matches(name.group(2))) {
        put(versioned, FlywayVersion.parse(name.group(2)), file, remarks);
      } else if (name.group(1).equals("U")) {
        remarks.note(file, "undoes a migration; left out");
      } else if (name.group(1).equals("B")) {
        remarks.note(file, "is a baseline, which runs on an empty server only; left out");
      } else {
        remarks.issue(file, "'" + name.group(2) + "' is no version; expected numbers as in V1_2__");
      }
    }
    List<Part> pending = new ArrayList<>(versioned(versioned, history, remarks));
    pending.addAll(repeatable(repeatable, history, remarks));
    return pending;
  }

  private static <K> void put(
      Map<K, MigrationFile> files, K key, MigrationFile file, Remarks remarks) {
    MigrationFile other = files.putIfAbsent(key, file);
    if (other != null) {
      remarks.issue(
          file, "has the same version as " + other.path() + "; Flyway refuses two; left out");
    }
  }

  private static List<Part> versioned(
      TreeMap<FlywayVersion, MigrationFile> files, List<Migration> steps, Remarks remarks) {
    FlywayHistory history = FlywayHistory.of(steps);
    history.failed().forEach(step -> failed(files, step, remarks));
    Optional<FlywayVersion> newest = history.newest();
    Optional<FlywayVersion> baseline = history.baseline();
    List<Part> pending = new ArrayList<>();
    for (Map.Entry<FlywayVersion, MigrationFile> file : files.entrySet()) {
      FlywayVersion version = file.getKey();
      if (history.applied().contains(version)) {
        remarks.note(file.getValue(), "version " + version + " is applied already");
      } else if (baseline.isPresent() && version.compareTo(baseline.get()) <= 0) {
        remarks.note(
            file.getValue(), "version " + version + " is below the baseline " + baseline.get());
      } else {
        if (newest.isPresent() && version.compareTo(newest.get()) < 0) {
          remarks.issue(
              file.getValue(),
              "version "
                  + version
                  + " is out of order: "
                  + newest.get()
                  + " is applied already; give it a higher one, or run Flyway with outOfOrder");
        }
        pending.add(Part.of(file.getValue(), Optional.of(version.toString())));
      }
    }
    return pending;
  }

  private static void failed(
      TreeMap<FlywayVersion, MigrationFile> files, Migration step, Remarks remarks) {
    FlywayVersion version = FlywayVersion.parse(step.version());
    MigrationFile file =
        Optional.ofNullable(files.get(version))
            .orElseGet(() -> new MigrationFile("history of " + step.schema(), ""));
    remarks.issue(
        file,
        "version "
            + version
            + " failed on the server in schema "
            + step.schema()
            + "; Flyway refuses to go on before 'flyway repair'");
  }

  private static List<Part> repeatable(
      TreeMap<String, MigrationFile> files, List<Migration> history, Remarks remarks) {
    List<Part> pending = new ArrayList<>();
    files.forEach(
        (words, file) -> {
          boolean ran =
              history.stream()
                  .anyMatch(
                      step ->
                          !FlywayVersion.matches(step.version())
                              && step.description().equals(words));
          if (ran) {
            remarks.note(
                file, "ran before, and again if it changed, which is not known; taken as pending");
          }
          pending.add(Part.of(file, Optional.empty()));
        });
    return pending;
  }
}
