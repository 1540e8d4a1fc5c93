package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.Narrowing;
import dev.watershed.workload.catalog.CharacterSets;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies between two types of a column. */
final class TypeChange {

  private static final Pattern TYPE = Pattern.compile("([a-z]+)(?:\\(([^()]*)\\))?(.*)");
  private static final Pattern MEMBER = Pattern.compile("'((?:[^']|'')*)'");

  private static final List<String> INTEGERS =
      List.of("tinyint", "smallint", "mediumint", "int", "bigint");

  /** The characters of the longest number of each, with its sign. */
  private static final List<Integer> LONGEST_INTEGERS = List.of(4, 6, 8, 11, 20);

  private static final Map<String, Long> LONG_BYTES =
      Map.of(
          "tinytext", 255L,
          "tinyblob", 255L,
          "text", 65_535L,
          "blob", 65_535L,
          "mediumtext", 16_777_215L,
          "mediumblob", 16_777_215L,
          "longtext", 4_294_967_295L,
          "longblob", 4_294_967_295L);

  private static final Set<String> SHORT = Set.of("char", "varchar", "binary", "varbinary");
  private static final Set<String> UNICODE = Set.of("utf8mb4", "utf16", "utf16le", "utf32");

  private final ColumnDefinition before;
  private final ColumnDefinition after;
  private final String base;
  private final String newBase;
  private final String arguments;
  private final String newArguments;

  TypeChange(ColumnDefinition before, ColumnDefinition after) {
    this.before = before;
    this.after = after;
    this.base = group(before.type(), 1);
    this.newBase = group(after.type(), 1);
    this.arguments = group(before.type(), 2);
    this.newArguments = group(after.type(), 2);
  }

  /** Whether there is any. */
  boolean isAny() {
    return !stored(before.type()).equals(stored(after.type()))
        || !before.charset().equals(after.charset())
        || !before.collation().equals(after.collation());
  }

  Narrowing narrowing() {
    boolean narrowed = narrowedCharset();
    Optional<Boolean> type = narrowedType();
    if (narrowed || type.equals(Optional.of(true))) {
      return Narrowing.VALUES;
    }
    return type.isPresent() ? Narrowing.NONE : Narrowing.UNKNOWN;
  }

  /** Empty if unknown. */
  private Optional<Boolean> narrowedType() {
    if (stored(before.type()).equals(stored(after.type()))) {
      return Optional.of(false);
    }
    if (INTEGERS.contains(base) && INTEGERS.contains(newBase)) {
      return Optional.of(narrowedInteger());
    }
    if (base.equals(newBase) && (base.equals("enum") || base.equals("set"))) {
      return Optional.of(!members(newArguments).containsAll(members(arguments)));
    }
    if (base.equals("decimal") && newBase.equals("decimal")) {
      return Optional.of(narrowedDecimal());
    }
    if (isText(base) && isText(newBase)) {
      return narrowedText();
    }
    if (base.equals("float") && newBase.equals("double")) {
      return Optional.of(false);
    }
    if (base.equals("double") && newBase.equals("float")) {
      return Optional.of(true);
    }
    if (base.equals("date") && newBase.equals("datetime")) {
      return Optional.of(false);
    }
    if (base.equals(newBase) && Set.of("datetime", "timestamp", "time").contains(base)) {
      return Optional.of(number(newArguments, 0) < number(arguments, 0));
    }
    if (INTEGERS.contains(base) && isText(newBase)) {
      int digits = LONGEST_INTEGERS.get(INTEGERS.indexOf(base));
      return Optional.of(capacity(newBase, newArguments, after) < digits);
    }
    return Optional.empty();
  }

  /** Bytes may be no text; a text has more bytes than characters. */
  private Optional<Boolean> narrowedText() {
    if (isBinary(base) && !isBinary(newBase)) {
      return Optional.empty();
    }
    return Optional.of(
        isBinary(newBase)
            ? mostBytes(newBase, after) < mostBytes(base, before)
            : capacity(newBase, newArguments, after) < mostCharacters());
  }

  /** Of types of a number of bytes, as many as fit if each takes one. */
  private long mostCharacters() {
    return LONG_BYTES.getOrDefault(base, (long) number(arguments, 1));
  }

  private static long mostBytes(String type, ColumnDefinition column) {
    return LONG_BYTES.getOrDefault(type, bytes(column));
  }

  private static boolean isBinary(String type) {
    return type.endsWith("binary") || type.endsWith("blob");
  }

  private boolean narrowedInteger() {
    boolean unsigned = before.type().contains("unsigned");
    boolean nowUnsigned = after.type().contains("unsigned");
    int size = INTEGERS.indexOf(base);
    int newSize = INTEGERS.indexOf(newBase);
    if (nowUnsigned && !unsigned) {
      // Negative numbers.
      return true;
    }
    return unsigned && !nowUnsigned ? newSize <= size : newSize < size;
  }

  private boolean narrowedDecimal() {
    int scale = scale(arguments);
    int newScale = scale(newArguments);
    int whole = number(arguments, 10) - scale;
    int newWhole = number(newArguments, 10) - newScale;
    boolean unsigned = after.type().contains("unsigned") && !before.type().contains("unsigned");
    return newScale < scale || newWhole < whole || unsigned;
  }

  private boolean narrowedCharset() {
    if (before.charset().isEmpty() || after.charset().isEmpty()) {
      return false;
    }
    String from = before.charset().get();
    String to = after.charset().get();
    boolean fits =
        from.equals(to)
            || UNICODE.contains(to)
            || from.equals("ascii")
            || (to.equals("utf8mb3") && !UNICODE.contains(from) && !from.equals("gb18030"));
    return !fits;
  }

  private static boolean isText(String type) {
    return SHORT.contains(type) || LONG_BYTES.containsKey(type);
  }

  /** In characters; of types of a number of bytes, those that surely fit. */
  private static long capacity(String type, String arguments, ColumnDefinition column) {
    if (SHORT.contains(type)) {
      return number(arguments, 1);
    }
    int width = column.charset().map(CharacterSets::bytesPerCharacter).orElse(1);
    return LONG_BYTES.getOrDefault(type, 0L) / width;
  }

  /** The most bytes that a value of a short text takes. */
  static long bytes(ColumnDefinition column) {
    return (long) number(group(column.type(), 2), 1)
        * column.charset().map(CharacterSets::bytesPerCharacter).orElse(1);
  }

  /** How many characters or bytes a short text is declared with. */
  static int characters(ColumnDefinition column) {
    return number(group(column.type(), 2), 1);
  }

  static String base(ColumnDefinition column) {
    return group(column.type(), 1);
  }

  /** The members of an ENUM or SET in order. */
  static List<String> members(ColumnDefinition column) {
    return members(group(column.type(), 2));
  }

  private static List<String> members(String arguments) {
    List<String> members = new ArrayList<>();
    Matcher member = MEMBER.matcher(arguments);
    while (member.find()) {
      members.add(member.group(1));
    }
    return members;
  }

  /** Without the widths of integers, which change no value. */
  static String stored(String type) {
    return type.replaceAll("int\\(\\d+\\)", "int");
  }

  private static int scale(String arguments) {
    int comma = arguments.indexOf(',');
    return comma < 0 ? 0 : number(arguments.substring(comma + 1), 0);
  }

  private static int number(String arguments, int otherwise) {
    String first = arguments.split(",", 2)[0].strip();
    return first.matches("\\d{1,9}") ? Integer.parseInt(first) : otherwise;
  }

  private static String group(String type, int group) {
    int open = type.indexOf('(');
    if (group == 2 && (type.startsWith("enum(") || type.startsWith("set("))) {
      return type.substring(open + 1, type.lastIndexOf(')'));
    }
    Matcher matcher = TYPE.matcher(type);
    String found = matcher.lookingAt() ? matcher.group(group) : null;
    return found == null ? "" : found;
  }
}
