package dev.watershed.sql;

import java.util.Locale;
import java.util.Set;

/**
 * The words of a server's {@code sql_mode} that change what the bytes of a statement mean (MySQL
 * 9.7 Reference Manual, "Server SQL Modes").
 *
 * @param ansiQuotes a double quote begins an identifier, not a string
 * @param noBackslashEscapes a backslash inside a string is an ordinary byte
 * @param ignoreSpace blanks may stand between a function's name and its parenthesis
 * @param pipesAsConcat {@code ||} concatenates; otherwise it means OR
 * @param highNotPrecedence {@code NOT} binds as tightly as {@code !}
 */
public record SqlMode(
    boolean ansiQuotes,
    boolean noBackslashEscapes,
    boolean ignoreSpace,
    boolean pipesAsConcat,
    boolean highNotPrecedence) {

  private static final SqlMode STANDARD = new SqlMode(false, false, false, false, false);

  /** Words that servers of any version accept and that leave the lexing as it is. */
  private static final Set<String> WITHOUT_EFFECT_ON_LEXING =
      Set.of(
          "ALLOW_INVALID_DATES",
          "EMPTY_STRING_IS_NULL",
          "ERROR_FOR_DIVISION_BY_ZERO",
          "MYSQL323",
          "MYSQL40",
          "NO_AUTO_CREATE_USER",
          "NO_AUTO_VALUE_ON_ZERO",
          "NO_DIR_IN_CREATE",
          "NO_ENGINE_SUBSTITUTION",
          "NO_FIELD_OPTIONS",
          "NO_KEY_OPTIONS",
          "NO_TABLE_OPTIONS",
          "NO_UNSIGNED_SUBTRACTION",
          "NO_ZERO_DATE",
          "NO_ZERO_IN_DATE",
          "ONLY_FULL_GROUP_BY",
          "PAD_CHAR_TO_FULL_LENGTH",
          "REAL_AS_FLOAT",
          "SIMULTANEOUS_ASSIGNMENT",
          "STRICT_ALL_TABLES",
          "STRICT_TRANS_TABLES",
          "TIME_ROUND_FRACTIONAL",
          "TIME_TRUNCATE_FRACTIONAL",
          "TRADITIONAL");

  /** Combinations that set ANSI_QUOTES, IGNORE_SPACE and PIPES_AS_CONCAT together. */
  private static final Set<String> ANSI_COMBINATIONS =
      Set.of("ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL");

  /** The default of every server: none of the words is set. */
  public static SqlMode standard() {
    return STANDARD;
  }

  /**
   * Reads a value of {@code @@sql_mode}: words separated by commas, in any letter case, blanks
   * around them ignored; an empty text is the standard mode.
   *
   * @throws IllegalArgumentException if a word is none that MySQL or MariaDB knows; its message
   *     names the word
   */
  public static SqlMode parse(String commaSeparated) {
    boolean ansiQuotes = false;
    boolean noBackslashEscapes = false;
    boolean ignoreSpace = false;
    boolean pipesAsConcat = false;
    boolean highNotPrecedence = false;
    for (String part : commaSeparated.split(",", -1)) {
      String word = part.strip().toUpperCase(Locale.ROOT);
      boolean ansi = ANSI_COMBINATIONS.contains(word);
      ansiQuotes |= ansi || word.equals("ANSI_QUOTES");
      ignoreSpace |= ansi || word.equals("IGNORE_SPACE");
      pipesAsConcat |= ansi || word.equals("PIPES_AS_CONCAT");
      noBackslashEscapes |= word.equals("NO_BACKSLASH_ESCAPES");
      highNotPrecedence |= word.equals("HIGH_NOT_PRECEDENCE");
      if (!ansi && !word.isEmpty() && !changesLexing(word) && !hasNoEffect(word)) {
        throw new IllegalArgumentException("unknown sql_mode: " + part.strip());
      }
    }
    return new SqlMode(
        ansiQuotes, noBackslashEscapes, ignoreSpace, pipesAsConcat, highNotPrecedence);
  }

  private static boolean changesLexing(String word) {
    return switch (word) {
      case "ANSI_QUOTES",
          "IGNORE_SPACE",
          "PIPES_AS_CONCAT",
          "NO_BACKSLASH_ESCAPES",
          "HIGH_NOT_PRECEDENCE" ->
          true;
      default -> false;
    };
  }

  private static boolean hasNoEffect(String word) {
    return WITHOUT_EFFECT_ON_LEXING.contains(word);
  }
}
