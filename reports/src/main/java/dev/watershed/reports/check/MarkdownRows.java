package dev.watershed.reports.check;

import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;

/** The lines of a Markdown answer. */
final class MarkdownRows {

  /** The head of a table of {@link #violation}. */
  static final String VIOLATIONS = "| rule | where | what |\n|---|---|---|\n";

  /** The head of a table of {@link #accepted}. */
  static final String ACCEPTED =
      "| severity | rule | where | what | why it does not count |\n|---|---|---|---|---|\n";

  private static final String CELL = " | ";

  private final CheckPlaces places;

  MarkdownRows(CheckPlaces places) {
    this.places = places;
  }

  String violation(GatedViolation gated) {
    Violation violation = gated.violation();
    return "| "
        + rule(violation.rule())
        + CELL
        + where(violation)
        + CELL
        + what(violation)
        + " |\n";
  }

  String accepted(GatedViolation gated) {
    Violation violation = gated.violation();
    return "| "
        + violation.severity().key()
        + CELL
        + rule(violation.rule())
        + CELL
        + where(violation)
        + CELL
        + MarkdownText.of(ViolationWords.message(violation))
        + CELL
        + MarkdownText.of(ViolationWords.accepted(gated))
        + " |\n";
  }

  String inconclusive(Inconclusive each) {
    return item(each.rule(), each.subject(), each.reason());
  }

  String misconfigured(Misconfigured each) {
    return item(each.rule(), each.subject(), each.reason());
  }

  static String note(String note) {
    return "- " + MarkdownText.paragraph(note) + "\n";
  }

  private String item(String rule, String subject, String reason) {
    return "- "
        + rule(rule)
        + " "
        + MarkdownText.code(subject)
        + ": "
        + MarkdownText.of(reason)
        + "\n";
  }

  private String rule(String name) {
    String code = MarkdownText.code(name);
    return places.page(name).map(page -> link(code, page)).orElse(code);
  }

  private String where(Violation violation) {
    String subject = MarkdownText.code(violation.subject());
    String services =
        violation.services().isEmpty()
            ? ""
            : "<br>" + MarkdownText.of(String.join(", ", violation.services()));
    return violation.location().map(place -> place(place) + "<br>").orElse("") + subject + services;
  }

  private String place(Location location) {
    String code = MarkdownText.code(places.fromRoot(location.path()) + ":" + location.line());
    return places.link(location).map(address -> link(code, address)).orElse(code);
  }

  private static String what(Violation violation) {
    return MarkdownText.of(ViolationWords.message(violation))
        + (violation.remedy().isEmpty() ? "" : "<br>" + MarkdownText.of(violation.remedy()));
  }

  private static String link(String text, String address) {
    return "[" + text + "](" + MarkdownText.target(address) + ")";
  }
}
