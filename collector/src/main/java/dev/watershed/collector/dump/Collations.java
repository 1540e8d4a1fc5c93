package dev.watershed.collector.dump;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Character sets and their collations (MySQL 9.7 Reference Manual, "Supported Character Sets and
 * Collations"; MariaDB, "Supported Character Sets and Collations").
 */
final class Collations {

  /** Where it is not {@code …_general_ci}. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("big5", "big5_chinese_ci"),
          Map.entry("binary", "binary"),
          Map.entry("cp932", "cp932_japanese_ci"),
          Map.entry("dec8", "dec8_swedish_ci"),
          Map.entry("eucjpms", "eucjpms_japanese_ci"),
          Map.entry("euckr", "euckr_korean_ci"),
          Map.entry("gb18030", "gb18030_chinese_ci"),
          Map.entry("gb2312", "gb2312_chinese_ci"),
          Map.entry("gbk", "gbk_chinese_ci"),
          Map.entry("hp8", "hp8_english_ci"),
          Map.entry("latin1", "latin1_swedish_ci"),
          Map.entry("latin5", "latin5_turkish_ci"),
          Map.entry("sjis", "sjis_japanese_ci"),
          Map.entry("swe7", "swe7_swedish_ci"),
          Map.entry("tis620", "tis620_thai_ci"),
          Map.entry("ujis", "ujis_japanese_ci"));

  private static final Set<String> UNICODE = Set.of("utf8mb3", "utf8mb4", "ucs2", "utf16", "utf32");

  private static final int MYSQL_8 = 80_001;
  private static final int MARIADB_11_5 = 110_500;

  private final ServerVersion server;

  Collations(ServerVersion server) {
    this.server = server;
  }

  /** A character set with its collation; both are known, or neither. */
  record Choice(Optional<String> charset, Optional<String> collation) {

    static final Choice UNKNOWN = new Choice(Optional.empty(), Optional.empty());
  }

  /**
   * What is in force where these are written, and this is in force around.
   *
   * @param binary whether the collation is to be the {@code _bin} one
   */
  Choice choose(
      Optional<String> charset, Optional<String> collation, boolean binary, Choice around) {
    if (collation.isPresent()) {
      String name = modern(collation.get());
      String own = name.equals("binary") ? name : name.substring(0, beforeUnderscore(name));
      if (name.startsWith("uca1400")) {
        // MariaDB: the same for each Unicode character set.
        own = charset.map(Collations::modern).or(around::charset).orElse("utf8mb4");
        name = own + "_" + name;
      }
      return new Choice(Optional.of(own), Optional.of(name));
    }
    Optional<String> own = charset.map(Collations::modern);
    if (binary) {
      Optional<String> of = own.or(around::charset);
      return new Choice(of, of.map(name -> name.equals("binary") ? name : name + "_bin"));
    }
    return own.isPresent() ? new Choice(own, own.map(this::ofCharset)) : around;
  }

  private String ofCharset(String charset) {
    if (charset.equals("utf8mb4") && !server.mariaDb() && !server.isMySqlBefore(MYSQL_8)) {
      return "utf8mb4_0900_ai_ci";
    }
    if (UNICODE.contains(charset) && server.isMariaDbSince(MARIADB_11_5)) {
      return charset + "_uca1400_ai_ci";
    }
    return DEFAULTS.getOrDefault(charset, charset + "_general_ci");
  }

  /** In small letters, with the name that servers of today have for {@code utf8}. */
  private static String modern(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("utf8") || lower.startsWith("utf8_")
        ? "utf8mb3" + lower.substring("utf8".length())
        : lower;
  }

  private static int beforeUnderscore(String collation) {
    int underscore = collation.indexOf('_');
    return underscore < 0 ? collation.length() : underscore;
  }
}
