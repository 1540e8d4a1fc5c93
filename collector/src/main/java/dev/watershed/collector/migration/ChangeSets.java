package dev.watershed.collector.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts formatted SQL into change sets (Liquibase, "SQL changelog example"). */
final class ChangeSets {

  private static final Pattern HEAD =
      Pattern.compile("(?i)^\\s*--\\s*changeset\\s+(\"[^\"]*\"|[^:]+):(\"[^\"]*\"|\\S+)(.*)$");

  private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z]+):(\"[^\"]*\"|'[^']*'|\\S+)");

  private static final String STATEMENTS_APART = "splitstatements";
  private static final String DELIMITER = "enddelimiter";

  /** No text has it. */
  private static final String NO_DELIMITER = "\uE000";

  private final MigrationFile file;
  private final Remarks remarks;
  private final String[] lines;

  private ChangeSets(MigrationFile file, Remarks remarks) {
    this.file = file;
    this.remarks = remarks;
    this.lines = file.text().split("\n", -1);
  }

  static List<ChangeSet> of(MigrationFile file, Remarks remarks) {
    return new ChangeSets(file, remarks).read();
  }

  private List<ChangeSet> read() {
    List<ChangeSet> sets = new ArrayList<>();
    int head = -1;
    for (int i = 0; i < lines.length; i++) {
      boolean next = HEAD.matcher(lines[i]).find();
      if (next && head >= 0) {
        sets.add(set(head, i));
      } else if (!next && head < 0 && isStatement(lines[i])) {
        remarks.issue(file, i + 1, 1, "a statement before the first '--changeset author:id'");
        head = -2;
      }
      head = next ? i : head;
    }
    if (head >= 0) {
      sets.add(set(head, lines.length));
    } else if (head == -1) {
      remarks.note(file, "has no change set");
    }
    return sets;
  }

  private static boolean isStatement(String line) {
    return !line.isBlank() && !line.strip().startsWith("--") && !line.strip().startsWith("/*");
  }

  private ChangeSet set(int head, int end) {
    Matcher name = HEAD.matcher(lines[head]);
    if (!name.find()) {
      throw new IllegalStateException("no head at line " + (head + 1));
    }
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(name.group(3));
    while (attribute.find()) {
      attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unquoted(attribute.group(2)));
    }
    return new ChangeSet(
        unquoted(name.group(1).strip()),
        unquoted(name.group(2)),
        head + 1,
        attributes,
        text(head, end, delimiter(head, attributes)));
  }

  /** What the client would be told at the head. */
  private Optional<String> delimiter(int head, Map<String, String> attributes) {
    if (attributes.getOrDefault(STATEMENTS_APART, "true").equalsIgnoreCase("false")) {
      return Optional.of(NO_DELIMITER);
    }
    Optional<String> written =
        Optional.ofNullable(attributes.get(DELIMITER))
            .map(text -> text.replace("\\r", "").replace("\\n", "").replace("\\s*", "").strip())
            .map(text -> text.replace("\\", ""));
    if (written.filter(text -> text.isEmpty() || text.contains(" ")).isPresent()) {
      remarks.issue(file, head + 1, 1, "this endDelimiter is not understood; ';' is assumed");
      return Optional.empty();
    }
    return written;
  }

  private String text(int head, int end, Optional<String> delimiter) {
    StringBuilder text = new StringBuilder("\n".repeat(head));
    delimiter.ifPresent(sign -> text.append("DELIMITER ").append(sign));
    text.append('\n');
    int last = end - 1;
    while (last > head && !isStatement(lines[last])) {
      last--;
    }
    for (int i = head + 1; i < end; i++) {
      String line = lines[i].strip().startsWith("--") ? "" : lines[i];
      boolean whole = i == last && delimiter.equals(Optional.of(NO_DELIMITER));
      text.append(whole ? line.replaceFirst(";\\s*$", "") : line).append('\n');
    }
    return text.toString();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
