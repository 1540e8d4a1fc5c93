package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Liquibase: the change sets of formatted SQL in the order of their files, and what {@code
 * updateSQL} writes, all of which is pending.
 */
final class LiquibasePending implements Pending {

  private static final Pattern FORMATTED =
      Pattern.compile("(?i)^\\uFEFF?\\s*--\\s*liquibase formatted sql\\b.*", Pattern.DOTALL);

  private static final Pattern OTHER = Pattern.compile("(?i).*\\.(xml|ya?ml|json)");

  /** Whether a text is a changelog of formatted SQL. */
  static boolean isFormatted(String text) {
    return FORMATTED.matcher(text).matches();
  }

  /** Whether a text was written by updateSQL. */
  static boolean isUpdate(String text) {
    return text.toUpperCase(Locale.ROOT).contains("INTO DATABASECHANGELOG")
        || text.contains("-- Update Database Script");
  }

  @Override
  public List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks) {
    List<Part> pending = new ArrayList<>();
    for (MigrationFile file : files) {
      if (isFormatted(file.text())) {
        for (ChangeSet change : ChangeSets.of(file, remarks)) {
          pending(file, change, history, remarks).ifPresent(pending::add);
        }
      } else if (OTHER.matcher(file.name()).matches()) {
        remarks.issue(
            file,
            "only changelogs in formatted SQL are read; give what 'liquibase update-sql' writes");
      } else {
        if (!isUpdate(file.text())) {
          remarks.note(
              file,
              "does not begin with '--liquibase formatted sql'; taken as one that is pending");
        }
        pending.add(Part.of(file, Optional.empty()));
      }
    }
    return pending;
  }

  private static Optional<Part> pending(
      MigrationFile file, ChangeSet change, List<Migration> history, Remarks remarks) {
    Optional<Migration> ran =
        history.stream()
            .filter(
                step -> step.version().equals(change.id()) && sameFile(step.description(), file))
            .findFirst();
    if (change.isForOthers()) {
      remarks.note(
          file, change.line(), "change set " + change.id() + " is for other databases; left out");
      return Optional.empty();
    }
    if (change.is("ignore", "true")) {
      remarks.note(file, change.line(), "change set " + change.id() + " is ignored");
      return Optional.empty();
    }
    boolean again = change.is("runalways", "true") || change.is("runonchange", "true");
    if (ran.isPresent() && !again) {
      remarks.note(file, change.line(), "change set " + change.id() + " is applied already");
      return Optional.empty();
    }
    if (ran.isPresent()) {
      remarks.note(
          file,
          change.line(),
          "change set " + change.id() + " ran before and may run again; taken as pending");
    }
    return Optional.of(new Part(file, Optional.of(change.id()), change.text()));
  }

  /** The history has the path as it was given then, perhaps from another folder. */
  private static boolean sameFile(String noted, MigrationFile file) {
    String path = noted.startsWith("classpath:") ? noted.substring(10) : noted;
    return endsWith(path, file.path()) || endsWith(file.path(), path);
  }

  private static boolean endsWith(String path, String end) {
    return path.equals(end) || path.endsWith(end.startsWith("/") ? end : "/" + end);
  }
}
