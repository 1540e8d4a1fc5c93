package dev.watershed.cli.imports;

import java.util.regex.Pattern;

/**
 * The pattern of a line of CODEOWNERS.
 *
 * <p>GitHub's ("About code owners") are those of gitignore without negation, escapes and ranges,
 * and {@code docs/*} means no nested files; a slash within ties a pattern to the root. GitLab's
 * ("Code Owners syntax") are tied to the root by a slash at the beginning only, and mean files of a
 * folder if they end in a slash; two stars mean folders only before a slash (Ruby's {@code
 * File.fnmatch}).
 */
final class CodeOwnersPattern {

  /** Whose rules hold. */
  enum Dialect {
    GITHUB,
    GITLAB
  }

  private final Pattern pattern;

  private CodeOwnersPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it holds what is not understood
   */
  static CodeOwnersPattern parse(String text, Dialect dialect) {
    if (text.indexOf('[') >= 0) {
      throw new IllegalArgumentException("'" + text + "': ranges of characters are not understood");
    }
    boolean folder = text.endsWith("/");
    String bare = text.startsWith("/") ? text.substring(1) : text;
    String path = folder && !bare.isEmpty() ? bare.substring(0, bare.length() - 1) : bare;
    boolean tied = text.startsWith("/") || dialect == Dialect.GITHUB && path.indexOf('/') >= 0;
    StringBuilder regex = new StringBuilder(tied ? "" : "(?:.*/)?");
    translate(path, dialect, regex);
    if (folder) {
      regex.append(path.isEmpty() ? ".*" : "/.*");
    } else if (path.equals("*") && !tied) {
      return new CodeOwnersPattern(Pattern.compile(".*", Pattern.DOTALL));
    } else if (dialect == Dialect.GITHUB && !path.endsWith("/*") && !path.equals("*")) {
      regex.append("(?:/.*)?");
    }
    return new CodeOwnersPattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  private static void translate(String path, Dialect dialect, StringBuilder regex) {
    int at = 0;
    while (at < path.length()) {
      char each = path.charAt(at);
      if (path.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (path.startsWith("**", at)) {
        regex.append(dialect == Dialect.GITHUB ? ".*" : "[^/]*");
        at += 2;
      } else {
        regex.append(
            each == '*' ? "[^/]*" : each == '?' ? "[^/]" : Pattern.quote(String.valueOf(each)));
        at++;
      }
    }
  }

  /**
   * Whether a file is meant.
   *
   * @param path from the root of the repository, with slashes
   */
  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }
}
