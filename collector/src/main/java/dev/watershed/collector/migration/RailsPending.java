package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rails: SQL of its migrations, by their versions where files are named by them, as it is logged,
 * or with the versions that it inserts into {@code schema_migrations}.
 */
final class RailsPending implements Pending {

  private static final Pattern NAME = Pattern.compile("(\\d{3,})_.*\\.sql");

  private static final Pattern INSERT =
      Pattern.compile(
          "(?is)INSERT\\s+INTO\\s+[`\"]?schema_migrations[`\"]?\\s*\\([^)]*\\)\\s*VALUES([^;]*)");

  private static final Pattern VERSION = Pattern.compile("['\"](\\d+)['\"]");

  @Override
  public List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks) {
    Set<String> applied = history.stream().map(Migration::version).collect(Collectors.toSet());
    List<Part> pending = new ArrayList<>();
    for (MigrationFile file : files) {
      Matcher name = NAME.matcher(file.name());
      Set<String> inserted = inserted(file.text());
      Optional<String> version =
          name.matches()
              ? Optional.of(name.group(1))
              : inserted.size() == 1 ? inserted.stream().findFirst() : Optional.empty();
      List<String> known = inserted.stream().filter(applied::contains).toList();
      if (version.isPresent() && applied.contains(version.get())) {
        remarks.note(file, "version " + version.get() + " is applied already");
      } else if (inserted.size() > 1 && !known.isEmpty()) {
        remarks.issue(
            file,
            "describes a whole schema with "
                + known.size()
                + " versions that are applied already, not a change; give the SQL of the pending"
                + " migrations alone");
      } else {
        pending.add(new Part(file, version, RailsLog.statements(file.text())));
      }
    }
    pending.sort(Comparator.comparing(part -> part.version().orElse("")));
    return pending;
  }

  private static Set<String> inserted(String text) {
    Set<String> versions = new TreeSet<>();
    Matcher insert = INSERT.matcher(text);
    while (insert.find()) {
      Matcher version = VERSION.matcher(insert.group(1));
      while (version.find()) {
        versions.add(version.group(1));
      }
    }
    return versions;
  }
}
