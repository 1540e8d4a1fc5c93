package dev.watershed.analyzer.ownership;

import java.util.Objects;

/**
 * Where a claim stands that is not of the configuration itself.
 *
 * @param kind what sort of file it is
 * @param file as the configuration leads to it
 * @param line from 1
 */
public record ClaimSource(Kind kind, String file, int line) {

  /** Files in which teams say who owns what. */
  public enum Kind {
    CODEOWNERS("codeowners"),
    BACKSTAGE("backstage"),
    /** A file for each table. */
    TABLES("tables"),
    /** Owners with their tables, or tables with their owners, in one file. */
    LISTS("lists");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public ClaimSource {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(file, "file");
    if (line < 1) {
      throw new IllegalArgumentException(file + " has no line " + line);
    }
  }

  /** The file and the line. */
  public String place() {
    return file + ":" + line;
  }
}
