package dev.watershed.cli.config;

import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.Missing;
import dev.watershed.rules.gate.Renames;
import dev.watershed.rules.gate.StaleAfter;
import java.util.Locale;
import java.util.Map;

/** Writes a baseline as {@link BaselineReader} reads it, a line per entry. */
public final class BaselineWriter {

  private static final String HEAD =
      "# What was accepted when the gate was set up. check --update-baseline, check --prune and\n"
          + "# baseline migrate write this file anew, without comments of others.\n";

  private static final char FIRST_PRINTABLE = ' ';
  private static final char DELETE = '\u007f';
  private static final char LAST_CONTROL = '\u009f';
  private static final char BYTE_ORDER = '\ufeff';
  private static final char NO_CHARACTERS = '\ufffe';

  private BaselineWriter() {}

  /** The text of the file; ends with a line break. */
  public static String text(Baseline baseline) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("format: ").append(BaselineReader.FORMAT).append('\n');
    StaleAfter stale = baseline.staleAfter();
    text.append("stale: {spans: ").append(stale.spans());
    text.append(", days: ").append(stale.days()).append("}\n");
    renames(baseline.renames(), text);
    text.append(baseline.entries().isEmpty() ? "entries: []\n" : "entries:\n");
    baseline.entries().forEach(entry -> entry(entry, text));
    return text.toString();
  }

  private static void renames(Renames renames, StringBuilder text) {
    if (!renames.isEmpty()) {
      text.append("renames:\n");
      names("services", renames.services(), text);
      names("tables", renames.tables(), text);
      names("rules", renames.rules(), text);
    }
  }

  private static void names(String what, Map<String, String> names, StringBuilder text) {
    if (!names.isEmpty()) {
      text.append("  ").append(what).append(":\n");
      names.forEach(
          (from, to) ->
              text.append("    ")
                  .append(quoted(from))
                  .append(": ")
                  .append(quoted(to))
                  .append('\n'));
    }
  }

  private static void entry(BaselineEntry entry, StringBuilder text) {
    text.append("  - {key: ").append(quoted(entry.key().text()));
    text.append(", since: ").append(entry.since());
    entry.missing().ifPresent(missing -> missing(missing, text));
    text.append(entry.yearly() ? ", keep: " + BaselineReader.YEARLY : "").append("}\n");
  }

  private static void missing(Missing missing, StringBuilder text) {
    text.append(", missing: {spans: ").append(missing.spans());
    text.append(", since: ").append(missing.since()).append('}');
  }

  /** A double-quoted scalar of YAML 1.2. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (!isPlain(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Whether a reader takes a character as it is: one that is printable, and ends no line. */
  private static boolean isPlain(char c) {
    boolean control = c < FIRST_PRINTABLE || c >= DELETE && c <= LAST_CONTROL;
    return !control && c != '\u2028' && c != '\u2029' && c != BYTE_ORDER && c < NO_CHARACTERS;
  }
}
