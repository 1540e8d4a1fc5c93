package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<ChangeSet> changes = ChangeSets.of(file, remarks);
        Map<String, Set<String>> authors = authors(changes);
        for (ChangeSet change : changes) {
          int sharing = authors.getOrDefault(change.id(), Set.of()).size();
          pending(file, change, sharing, history, remarks).ifPresent(pending::add);
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

  /** Who has a change set of an id: the tool tells those of several authors apart. */
  private static Map<String, Set<String>> authors(List<ChangeSet> changes) {
    Map<String, Set<String>> authors = new HashMap<>();
    for (ChangeSet change : changes) {
      if (!change.neverRuns()) {
        authors.computeIfAbsent(change.id(), id -> new HashSet<>()).add(change.author());
      }
    }
    return authors;
  }

  /**
   * What is pending of a change set.
   *
   * @param sharing how many authors have one of its id in this file; the history that is known does
   *     not name them
   */
  private static Optional<Part> pending(
      MigrationFile file, ChangeSet change, int sharing, List<Migration> history, Remarks remarks) {
    long ran =
        history.stream()
            .filter(
                step -> step.version().equals(change.id()) && sameFile(step.description(), file))
            .count();
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
    if (ran > 0 && ran < sharing && !again) {
      remarks.issue(
          file,
          change.line(),
          1,
          "change sets of "
              + sharing
              + " authors are called "
              + change.id()
              + ", "
              + ran
              + " of them ran, and it is not known whose; taken as pending");
    } else if (ran > 0 && !again) {
      remarks.note(file, change.line(), "change set " + change.id() + " is applied already");
      return Optional.empty();
    }
    if (ran > 0 && again) {
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
