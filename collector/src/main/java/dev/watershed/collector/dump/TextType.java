package dev.watershed.collector.dump;

import dev.watershed.sql.definition.DataType;
import dev.watershed.workload.catalog.CharacterSets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types whose values have a character set, and what becomes of them under another one. */
final class TextType {

  private static final Set<String> TEXTUAL =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

  private static final Pattern LENGTH = Pattern.compile("(?:var)?(?:char|binary)\\((\\d{1,18})\\)");

  private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

  private static final List<Long> MOST_BYTES = List.of(255L, 65_535L, 16_777_215L, 4_294_967_295L);

  private TextType() {}

  static boolean isTextual(String type) {
    return TEXTUAL.contains(base(type));
  }

  /** The first word of a type. */
  static String base(String type) {
    return type.split("[ (]", 2)[0];
  }

  /** Whether it is indexed by prefixes only. */
  static boolean isLong(String type) {
    String base = base(type);
    return base.endsWith("text") || base.endsWith("blob");
  }

  /** Whether an index may have this much of a column, in characters or bytes. */
  static boolean holds(String type, int prefix) {
    String base = base(type);
    if (isLong(type) || base.equals("geometry") || base.equals("point")) {
      return true;
    }
    OptionalLong length = length(type);
    return length.isPresent() && length.getAsLong() >= prefix;
  }

  /**
   * The length in parentheses of {@code char}, {@code varchar}, {@code binary}, {@code varbinary}.
   */
  static OptionalLong length(String type) {
    Matcher length = LENGTH.matcher(type);
    return length.matches()
        ? OptionalLong.of(Long.parseLong(length.group(1)))
        : OptionalLong.empty();
  }

  /** How many bytes a long text or binary holds. */
  static long mostBytes(String type) {
    return MOST_BYTES.get(TEXTS.indexOf(base(type).replace("blob", "text")));
  }

  /**
   * The type that a column has under another character set: one of long texts becomes the smallest
   * that holds as many characters (MySQL 9.7 Reference Manual, "ALTER TABLE Statement", CONVERT
   * TO).
   */
  static DataType converted(DataType type, Optional<String> from, String to) {
    int text = TEXTS.indexOf(type.text());
    String converted = type.text();
    if (text >= 0 && from.isPresent()) {
      long characters = MOST_BYTES.get(text) / CharacterSets.bytesPerCharacter(from.get());
      long bytes = characters * CharacterSets.bytesPerCharacter(to);
      int size = 0;
      while (size < TEXTS.size() - 1 && bytes > MOST_BYTES.get(size)) {
        size++;
      }
      converted = TEXTS.get(size);
    }
    return new DataType(converted, true, Optional.of(to), false, false);
  }
}
