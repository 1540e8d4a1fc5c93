package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.sql.comment.ScriptComment;
import dev.watershed.sql.comment.ScriptComments;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of files by which statements may violate rules for a while: {@code --
 * watershed:allow RULE until=2027-03-31 reason="…"}, in any form of a comment, several rules
 * separated by commas.
 *
 * @param all in the order of the files
 * @param errors what is wrong with others, with path and line
 */
public record InlineAllowances(List<InlineAllowance> all, List<String> errors) {

  /** No file has any. */
  public static final InlineAllowances NONE = new InlineAllowances(List.of(), List.of());

  private static final Pattern MARK =
      Pattern.compile("[*\\s]*watershed:allow(?=\\s|$)(.*)", Pattern.DOTALL);
  private static final Pattern FORM =
      Pattern.compile("\\s*(.*?)\\s*((?:until|reason)=.*)?", Pattern.DOTALL);
  private static final Pattern UNTIL = Pattern.compile("(?:^|\\s)until=(\\S+)");
  private static final Pattern REASON = Pattern.compile("(?:^|\\s)reason=\"([^\"]*)\"");
  private static final String EXAMPLE = "until=2027-03-31 reason=\"…\"";

  public InlineAllowances {
    all = List.copyOf(all);
    errors = List.copyOf(errors);
  }

  /**
   * Reads those of a file.
   *
   * @param path of the file, as the locations of violations have it
   * @param known the names of all rules
   */
  public static InlineAllowances of(String path, String text, Set<String> known) {
    List<InlineAllowance> all = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (ScriptComment comment : ScriptComments.of(text)) {
      int line = comment.line();
      for (String each : comment.text().split("\n", -1)) {
        Matcher mark = MARK.matcher(each);
        if (mark.matches()) {
          try {
            all.add(allowance(path, line, comment, mark.group(1), known));
          } catch (IllegalArgumentException e) {
            errors.add(path + ":" + line + ": watershed:allow: " + e.getMessage());
          }
        }
        line++;
      }
    }
    return new InlineAllowances(all, errors);
  }

  /** Those of several files together. */
  public static InlineAllowances together(Collection<InlineAllowances> several) {
    return new InlineAllowances(
        several.stream().flatMap(each -> each.all().stream()).toList(),
        several.stream().flatMap(each -> each.errors().stream()).toList());
  }

  private static InlineAllowance allowance(
      String path, int line, ScriptComment comment, String said, Set<String> known) {
    Matcher form = FORM.matcher(said);
    if (!form.matches()) {
      throw new IllegalArgumentException("expected RULE " + EXAMPLE);
    }
    Set<String> rules = rules(form.group(1), known);
    String rest = Optional.ofNullable(form.group(2)).orElse("");
    Matcher reason = REASON.matcher(rest);
    if (!reason.find() || reason.group(1).isBlank()) {
      throw new IllegalArgumentException("no reason; expected RULE " + EXAMPLE);
    }
    Matcher until = UNTIL.matcher(REASON.matcher(rest).replaceAll(" "));
    if (!until.find()) {
      throw new IllegalArgumentException("no until; expected RULE " + EXAMPLE);
    }
    ScriptComment.Lines about =
        comment.about().orElseThrow(() -> new IllegalArgumentException("no statement follows it"));
    return new InlineAllowance(
        path,
        line,
        about.first(),
        about.last(),
        rules,
        day(until.group(1)),
        reason.group(1).strip());
  }

  private static Set<String> rules(String names, Set<String> known) {
    Set<String> rules = new TreeSet<>();
    for (String name : names.split("[,\\s]+", -1)) {
      if (!name.isEmpty() && !known.contains(name)) {
        throw new IllegalArgumentException("there is no rule '" + name + "'");
      }
      if (!name.isEmpty()) {
        rules.add(name);
      }
    }
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("no rule; expected RULE " + EXAMPLE);
    }
    return rules;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no date; expected year, month and day, as in 2027-03-31", e);
    }
  }

  /** What they say of a violation; empty if they say nothing. */
  Optional<GatedViolation> apply(Violation violation, LocalDate today) {
    return all.stream()
        .filter(each -> each.fits(violation))
        .max(Comparator.comparing(InlineAllowance::until))
        .map(
            each ->
                Term.holds(each.until(), today)
                    ? new GatedViolation(
                        violation,
                        ViolationState.SUPPRESSED,
                        Saying.of(
                            "allowance.until",
                            "allowed beside it: {0}, until {1}",
                            each.reason(),
                            each.until()))
                    : new GatedViolation(
                        violation,
                        ViolationState.NEW,
                        Saying.of(
                            "allowance.ended", "what allowed it ended on {0}", each.until())));
  }

  /** What people should do about them. */
  List<Saying> notes(Collection<Violation> violations, LocalDate today) {
    List<Saying> notes = new ArrayList<>();
    for (InlineAllowance each : all) {
      if (violations.stream().anyMatch(each::fits)) {
        Term.warning(Saying.verbatim(each.toString()), each.until(), today).ifPresent(notes::add);
      } else {
        notes.add(
            Saying.of("allowance.nothing", "{0}: nothing violates it; take the comment out", each));
      }
    }
    return notes;
  }
}
