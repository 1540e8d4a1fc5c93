package dev.watershed.rules.own;

import dev.watershed.analyzer.query.QueryException;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.table.ChangedPlaces;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the rows of a query into violations; docs/own-rules.md says what each column means. */
final class OwnViolations {

  private static final String MESSAGE = "message";

  private final OwnRuleDefinition rule;
  private final Severity severity;
  private final ChangedPlaces places;

  OwnViolations(OwnRuleDefinition rule, Severity severity, FleetFacts facts) {
    this.rule = rule;
    this.severity = severity;
    this.places = ChangedPlaces.of(facts);
  }

  /**
   * The violations of some rows.
   *
   * @throws OwnQuery.Failure if they have no message
   */
  List<Violation> of(List<OwnRow> rows) throws OwnQuery.Failure {
    if (rows.stream().anyMatch(row -> !row.values().containsKey(MESSAGE))) {
      throw new OwnQuery.Failure(
          QueryException.Reason.WRONG,
          rule.query().place(1) + ": expected a column " + MESSAGE + " that says what is wrong");
    }
    List<Violation> violations = new ArrayList<>();
    for (OwnRow row : rows) {
      severity(row).map(found -> violation(row, found, rows.size())).ifPresent(violations::add);
    }
    return violations;
  }

  private Optional<Severity> severity(OwnRow row) {
    if (row.holds(OwnQuery.ERROR)) {
      return Optional.of(Severity.ERROR);
    }
    if (rule.warnIf().isEmpty()) {
      return Optional.of(severity);
    }
    return row.holds(OwnQuery.WARNING) ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  private Violation violation(OwnRow row, Severity found, int rows) {
    String table = table(row);
    String service = row.text("service").orElse("");
    String detail = row.text("detail").orElse("");
    List<Evidence> numbers = row.evidence();
    Violation violation =
        Violation.seen(
            found,
            new ViolationKey(rule.name(), service, table, detail),
            row.text("subject").orElseGet(() -> subject(service, table, detail)),
            Stream.concat(row.texts("service").stream(), row.texts("services").stream())
                .distinct()
                .sorted()
                .toList(),
            row.text(MESSAGE).filter(text -> !text.isBlank()).orElse(rule.title()),
            row.text("remedy").orElse(""),
            numbers.isEmpty() ? List.of(Evidence.of("violations", rows)) : numbers);
    return location(row, table).map(violation::at).orElse(violation);
  }

  private static String table(OwnRow row) {
    String name = row.text("table_name").orElse("");
    return name.isEmpty() ? "" : row.text("schema").map(schema -> schema + "." + name).orElse(name);
  }

  private static String subject(String service, String table, String detail) {
    return Stream.of(table, service, detail)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("fleet");
  }

  private Optional<Location> location(OwnRow row, String table) {
    return row.text("path")
        .map(
            path ->
                new Location(
                    path, row.place("line").orElse(1), row.place("column_number").orElse(1)))
        .or(() -> places.of(table));
  }
}
