package dev.watershed.benchmarks.rules;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the JSON of {@code check} against what is planted.
 *
 * @param violations of all severities
 */
public record PlantedVerdicts(List<JsonNode> violations) {

  /** Rules about services as a whole, and about the fleet. */
  private static final Set<String> OF_SERVICES = Set.of("lock-wait-share", "budget-errors");

  private static final Set<String> OF_THE_FLEET = Set.of("unattributed-share");

  /** Rules whose violations name all tables of a case. */
  private static final Set<String> OF_SEVERAL_TABLES =
      Set.of("cross-owner-join", "cross-owner-transaction", "new-crossing");

  /** Rules whose violations name the columns of a case. */
  private static final Set<String> OF_COLUMNS = Set.of("missing-index");

  public PlantedVerdicts {
    violations = List.copyOf(violations);
  }

  public static PlantedVerdicts of(JsonNode check) {
    return new PlantedVerdicts(check.list("violations", violation -> violation));
  }

  /**
   * The case of an id.
   *
   * @throws NoSuchElementException if the fleet has none
   */
  public static Truth.Case planted(Truth truth, String id) {
    return truth.cases().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no case " + id + " is planted"));
  }

  /** Whether a rule reports a case. */
  public boolean reported(Truth.Case planted, String rule) {
    return violations.stream()
        .filter(violation -> violation.text("rule").equals(rule))
        .anyMatch(violation -> concerns(violation, rule, planted));
  }

  /** By its statement, its services, its index, its columns, or its tables together. */
  private static boolean concerns(JsonNode violation, String rule, Truth.Case planted) {
    if (OF_THE_FLEET.contains(rule)) {
      return true;
    }
    if (OF_SERVICES.contains(rule)) {
      return planted.services().stream().anyMatch(violation.texts("services")::contains);
    }
    String subject = violation.text("subject");
    if (subject.matches("[0-9a-f]{16}")) {
      return planted.digests().contains(Fingerprints.parseId(subject));
    }
    String all = violation.text("key") + " " + subject + " " + violation.text("message");
    boolean tables =
        OF_SEVERAL_TABLES.contains(rule)
            ? planted.tables().stream().allMatch(table -> names(all, table))
            : planted.tables().stream().anyMatch(table -> names(all, table));
    boolean columns =
        !OF_COLUMNS.contains(rule)
            || planted.columns().stream().allMatch(column -> names(violation.text("key"), column));
    return tables && columns && planted.index().map(index -> names(all, index)).orElse(true);
  }

  /** Whether a text has a name as a whole: {@code a.one} is not in {@code a.one_old}. */
  private static boolean names(String text, String name) {
    return Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])")
        .matcher(text)
        .find();
  }
}
