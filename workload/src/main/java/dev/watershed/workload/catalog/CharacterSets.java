package dev.watershed.workload.catalog;

/** What the names of character sets say. */
public final class CharacterSets {

  private CharacterSets() {}

  /** The character set of a collation: the first word of its name. */
  public static String ofCollation(String collation) {
    return collation.split("_", 2)[0];
  }

  /** The bytes of the longest character (MySQL 9.7 Reference Manual, "SHOW CHARACTER SET"). */
  public static int bytesPerCharacter(String charset) {
    return switch (charset) {
      case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> 4;
      case "utf8mb3", "utf8", "ujis", "eucjpms" -> 3;
      case "ucs2", "big5", "cp932", "euckr", "gb2312", "gbk", "sjis" -> 2;
      default -> 1;
    };
  }
}
