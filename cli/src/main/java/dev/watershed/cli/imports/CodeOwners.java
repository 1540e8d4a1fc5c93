package dev.watershed.cli.imports;

import dev.watershed.cli.imports.CodeOwnersPattern.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CODEOWNERS file of GitHub or GitLab: of the lines that match a file the last one decides, in
 * each section of its own.
 */
final class CodeOwners {

  private static final Pattern SECTION =
      Pattern.compile("\\^?\\[([^\\]]+)\\](?:\\[\\d+\\])?(?:\\s+(.*))?");
  private static final Pattern OWNER = Pattern.compile("@?@[^\\s@]+|[^\\s@]+@[^\\s@]+");

  /**
   * A line that says whose files are.
   *
   * @param number from 1
   * @param excluded whether it says that a section does not ask for them
   */
  record Line(int number, CodeOwnersPattern pattern, List<String> owners, boolean excluded) {

    Line {
      owners = List.copyOf(owners);
    }
  }

  private final String name;
  private final Dialect dialect;
  private final Map<String, List<Line>> sections = new LinkedHashMap<>();
  private final List<String> issues = new ArrayList<>();

  private CodeOwners(String name, Dialect dialect) {
    this.name = name;
    this.dialect = dialect;
  }

  /**
   * Reads a file. A file with sections is GitLab's.
   *
   * @param name of the file in messages
   * @param gitLab whether it is GitLab's anyway
   */
  static CodeOwners parse(String name, List<String> lines, boolean gitLab) {
    boolean sectioned = lines.stream().anyMatch(line -> SECTION.matcher(line.strip()).matches());
    CodeOwners file = new CodeOwners(name, gitLab || sectioned ? Dialect.GITLAB : Dialect.GITHUB);
    String section = "";
    List<String> usual = List.of();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      Matcher head = SECTION.matcher(line);
      if (head.matches()) {
        section = head.group(1).toLowerCase(Locale.ROOT);
        usual = head.group(2) == null ? List.of() : owners(words(head.group(2)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        file.line(at + 1, words(line), section, usual);
      }
    }
    return file;
  }

  private void line(int number, List<String> words, String section, List<String> usual) {
    boolean excluded = dialect == Dialect.GITLAB && words.get(0).startsWith("!");
    List<String> named = words.subList(1, words.size());
    List<String> owners = owners(named);
    if (owners.size() < named.size()) {
      issues.add(
          place(number)
              + ": left out: '"
              + named.stream().filter(word -> !owners.contains(word)).findFirst().orElse("")
              + "' is no owner; expected @name, @organisation/team or an address");
      return;
    }
    try {
      String pattern = excluded ? words.get(0).substring(1) : words.get(0);
      if (pattern.startsWith("!")) {
        throw new IllegalArgumentException("'" + pattern + "': GitHub knows no negation");
      }
      sections
          .computeIfAbsent(section, any -> new ArrayList<>())
          .add(
              new Line(
                  number,
                  CodeOwnersPattern.parse(pattern, dialect),
                  owners.isEmpty() ? usual : owners,
                  excluded));
    } catch (IllegalArgumentException e) {
      issues.add(place(number) + ": left out: " + e.getMessage());
    }
  }

  private static List<String> owners(List<String> words) {
    return words.stream().filter(word -> OWNER.matcher(word).matches()).toList();
  }

  /**
   * The words of a line up to a comment; a backslash makes a space or a number sign one of them.
   */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at <= line.length(); at++) {
      char each = at < line.length() ? line.charAt(at) : ' ';
      boolean escapes =
          each == '\\' && at + 1 < line.length() && " #\t".indexOf(line.charAt(at + 1)) >= 0;
      if (escapes) {
        word.append(line.charAt(++at));
      } else if (!Character.isWhitespace(each)) {
        word.append(each);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
        if (line.substring(Math.min(at, line.length())).strip().startsWith("#")) {
          return words;
        }
      }
    }
    return words;
  }

  /**
   * The lines that say whose a file is, one of each section that says something; their owners may
   * be none.
   *
   * @param path from the root of the repository, with slashes
   */
  List<Line> deciding(String path) {
    List<Line> deciding = new ArrayList<>();
    for (List<Line> section : sections.values()) {
      List<Line> matching = section.stream().filter(line -> line.pattern().matches(path)).toList();
      if (!matching.isEmpty() && matching.stream().noneMatch(Line::excluded)) {
        deciding.add(matching.get(matching.size() - 1));
      }
    }
    return deciding;
  }

  /** The lines that cannot be read, a sentence each. */
  List<String> issues() {
    return issues;
  }

  /** The file. */
  String name() {
    return name;
  }

  /** A line of the file. */
  String place(int number) {
    return name + ":" + number;
  }
}
