package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every fixed token: a number, the name that the canonical text shows, what it adds to the hash,
 * and what it says about its neighbours. Numbers below 256 are single bytes; numbers never reach a
 * digest, names do.
 */
final class Tokens {
  static final int NOT_EQUAL = 256;
  static final int LESS_OR_EQUAL = 257;
  static final int GREATER_OR_EQUAL = 258;
  static final int NULL_SAFE_EQUAL = 259;
  static final int SHIFT_LEFT = 260;
  static final int SHIFT_RIGHT = 261;
  static final int AND_AND = 262;
  static final int OR_OR = 263;
  static final int ASSIGN = 264;
  static final int JSON_EXTRACT = 265;
  static final int JSON_EXTRACT_UNQUOTED = 266;

  /** One literal, two literals or more between commas; in parentheses: one row of them, or more. */
  static final int VALUE = 267;

  static final int VALUES = 268;
  static final int ROW_OF_ONE = 269;
  static final int ROW = 270;

  /** What introduces a literal of a named character set. */
  static final int CHARACTER_SET = 271;

  static final int HINT_OPEN = 272;
  static final int HINT_CLOSE = 273;
  static final int DOLLAR_QUOTED = 274;

  /** Not fixed: an identifier, and a number that names a column. */
  static final int IDENTIFIER = 275;

  static final int COLUMN_NUMBER = 276;

  /** Before the first token. */
  static final int NONE = 277;

  private static final int FIRST_WORD = 278;

  private static final String NO_NAME = "~";

  /** In the order of their numbers; a blank within a name stands as a tilde. */
  private static final String[] SYMBOLS =
      "!= <= >= <=> << >> && || := -> ->> ? ?,~... (?) (...) _charset /*+ */ $$$$ ~ ~ ~"
          .split(" ", -1);

  /** A sign after it belongs to the literal that follows. */
  static final int SIGN_FOLLOWS = 1;

  /** An operand follows, so that NULL after it is a literal. */
  static final int OPERAND_FOLLOWS = 2;

  /** After a number it shows that the number is only a part of an expression. */
  static final int CONTINUES_EXPRESSION = 4;

  /** No blank before a parenthesis that follows. */
  static final int CALLS = 8;

  /** An optimizer hint may follow. */
  static final int HINTABLE = 16;

  /** Has a meaning for what follows, beyond these flags. */
  static final int SPECIAL = 32;

  private static final Set<String> SPECIAL_WORDS =
      words(
          """
          BY LIMIT NOT NULL SELECT
          """);

  private static final Set<String> SIGN_WORDS =
      words(
          """
          AND AT BETWEEN CASE DEFAULT DIV ELSE ELSEIF ENDS EVERY IF INTERVAL LIKE MOD NOT OR
          RETURN RLIKE SELECT STARTS THEN UNTIL WHEN WHILE XOR
          """);

  private static final Set<String> OPERAND_WORDS =
      words(
          """
          ALL BOTH BY DISTINCTROW DO ESCAPE FOR FROM HAVING LEADING ON SQL_BIG_RESULT
          SQL_BUFFER_RESULT SQL_CALC_FOUND_ROWS SQL_NO_CACHE SQL_SMALL_RESULT TRAILING WHERE
          """);

  private static final Set<String> CONTINUING_WORDS =
      words(
          """
          AND BETWEEN COLLATE DIV IN IS LIKE MEMBER MOD NOT OR RLIKE SOUNDS XOR
          """);

  private static final Set<String> CALLED_WORDS =
      words(
          """
          ASCII AVG BINARY BIT CHARACTER CHARSET COALESCE COLLATION CONTAINS CONVERT CUME_DIST
          CURRENT_USER DATE DATETIME DECIMAL DEFAULT DENSE_RANK ENUM FIRST_VALUE FLOAT4 FLOAT8
          FORMAT GEOMETRYCOLLECTION GET_FORMAT GROUPING IF INT8 INTEGER INTERVAL JSON_TABLE
          JSON_VALUE LAG LAST_VALUE LEAD LEFT LINESTRING LOG MICROSECOND MIDDLEINT MOD
          MULTILINESTRING MULTIPOINT MULTIPOLYGON NTH_VALUE NTILE NUMERIC PERCENT_RANK PASSWORD
          POINT POLYGON RANK REPEAT REPLACE REVERSE RIGHT ROW ROW_COUNT ROW_NUMBER SCHEMA SMALLINT
          SQL_TSI_DAY SQL_TSI_HOUR SQL_TSI_MINUTE SQL_TSI_MONTH SQL_TSI_QUARTER SQL_TSI_SECOND
          SYSTEM_USER TIME TIMESTAMP TIMESTAMPADD TIMESTAMPDIFF TINYINT TRUNCATE UTC_DATE UTC_TIME
          UTC_TIMESTAMP VARBINARY VARCHARACTER WEEK WEIGHT_STRING YEAR
          """);

  /** How a token is written where no parenthesis follows, if its name is a function's only. */
  private static final Map<String, String> STANDING_ALONE =
      Map.of(
          "CURDATE", "CURRENT_DATE",
          "CURTIME", "CURRENT_TIME",
          "NOW", "CURRENT_TIMESTAMP",
          "SYSTEM_USER", "USER");

  private static final Set<String> HINTABLE_WORDS =
      words(
          """
          DELETE INSERT REPLACE SELECT UPDATE
          """);

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> functions = new HashMap<>();
  private final Map<String, Integer> hints = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final byte[][] text;
  private final byte[][] calledText;
  private final byte[] flags;

  static final Tokens TABLE = new Tokens();

  /** What a token adds to the hash. */
  static final long[] CONTENT = TABLE.contents();

  static final byte[] FLAGS = TABLE.flags;

  /** A token as the one before the next: with {@link Reducer#OPERAND} if an operand follows it. */
  static final int[] AS_PREVIOUS = TABLE.asPrevious();

  static final int BY = TABLE.byName.get("BY");
  static final int CALL = TABLE.byName.get("CALL");
  static final int CUBE = TABLE.byName.get("CUBE");
  static final int GROUP = TABLE.byName.get("GROUP");
  static final int IN = TABLE.byName.get("IN");
  static final int NOT = TABLE.byName.get("NOT");
  static final int NULL = TABLE.byName.get("NULL");
  static final int ORDER = TABLE.byName.get("ORDER");
  static final int PARTITION = TABLE.byName.get("PARTITION");
  static final int ROLLUP = TABLE.byName.get("ROLLUP");

  private Tokens() {
    for (int b = 0; b < 256; b++) {
      names.add(b < 0x80 ? String.valueOf((char) b) : "\uFFFD");
    }
    for (String symbol : SYMBOLS) {
      names.add(symbol.equals(NO_NAME) ? "" : symbol.replace('~', ' '));
    }
    read(KeywordTable.WORDS, words);
    read(KeywordTable.FUNCTIONS, functions);
    read(KeywordTable.HINTS, hints);
    for (String set : KeywordTable.CHARACTER_SETS.strip().split("\\s+", -1)) {
      words.put("_" + set, CHARACTER_SET);
    }
    words.put("_CHARSET", CHARACTER_SET);
    text = new byte[names.size()][];
    calledText = new byte[names.size()][];
    flags = new byte[names.size()];
    for (int token = 0; token < text.length; token++) {
      String name = names.get(token);
      text[token] = STANDING_ALONE.getOrDefault(name, name).getBytes(StandardCharsets.UTF_8);
      calledText[token] = name.getBytes(StandardCharsets.UTF_8);
      flags[token] = (byte) flagsOf(token, name);
    }
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+", -1));
  }

  private void read(String table, Map<String, Integer> into) {
    for (String entry : table.strip().split("\\s+", -1)) {
      int equals = entry.indexOf('=');
      String word = equals < 0 ? entry : entry.substring(0, equals);
      String name = equals < 0 ? entry : entry.substring(equals + 1);
      into.put(word, byName.computeIfAbsent(name, this::append));
    }
  }

  private int append(String name) {
    names.add(name);
    return names.size() - 1;
  }

  private int flagsOf(int token, String name) {
    int flags = 0;
    if (token < FIRST_WORD) {
      boolean operator =
          token >= NOT_EQUAL && token <= OR_OR || token < 128 && "=<>+-*/%^|&".indexOf(token) >= 0;
      if (operator || token == '(' || token == ',') {
        flags |= SIGN_FOLLOWS | OPERAND_FOLLOWS;
      }
      if (token == ASSIGN || token == HINT_CLOSE || token == '~' || token == '!') {
        flags |= OPERAND_FOLLOWS;
      }
      if (token == ';') {
        flags |= SPECIAL;
      }
      if (operator || token == JSON_EXTRACT || token == JSON_EXTRACT_UNQUOTED || token == '.') {
        flags |= CONTINUES_EXPRESSION;
      }
      return flags;
    }
    if (SIGN_WORDS.contains(name)) {
      flags |= SIGN_FOLLOWS | OPERAND_FOLLOWS;
    }
    if (OPERAND_WORDS.contains(name)) {
      flags |= OPERAND_FOLLOWS;
    }
    if (CONTINUING_WORDS.contains(name)) {
      flags |= CONTINUES_EXPRESSION;
    }
    if (CALLED_WORDS.contains(name) || functions.containsKey(name)) {
      flags |= CALLS;
    }
    if (SPECIAL_WORDS.contains(name)) {
      flags |= SPECIAL;
    }
    if (HINTABLE_WORDS.contains(name)) {
      flags |= HINTABLE;
    }
    return flags;
  }

  /** Whether a token stands for literals. */
  static boolean isLiteral(int token) {
    return switch (token) {
      case VALUE, VALUES, ROW, ROW_OF_ONE, DOLLAR_QUOTED -> true;
      default -> false;
    };
  }

  static boolean isWord(int token) {
    return token >= FIRST_WORD;
  }

  String name(int token) {
    return names.get(token);
  }

  byte[] text(int token) {
    return text[token];
  }

  /** The text of a token that a parenthesis follows. */
  byte[] calledText(int token) {
    return calledText[token];
  }

  private long[] contents() {
    long[] contents = new long[text.length];
    for (int token = 0; token < contents.length; token++) {
      contents[token] = TokenHash.contentOfName(token < 256 ? "byte " + token : names.get(token));
    }
    return contents;
  }

  private int[] asPrevious() {
    int[] previous = new int[text.length];
    for (int token = 0; token < previous.length; token++) {
      boolean operand = (flags[token] & OPERAND_FOLLOWS) != 0;
      previous[token] = operand ? token | Reducer.OPERAND : token;
    }
    return previous;
  }

  int flags(int token) {
    return flags[token];
  }

  Map<String, Integer> words() {
    return Collections.unmodifiableMap(words);
  }

  /** Words that are tokens only where an opening parenthesis follows. */
  Map<String, Integer> functions() {
    return Collections.unmodifiableMap(functions);
  }

  /** The token of a word inside an optimizer hint, in upper case; empty for a name. */
  Optional<Integer> hint(String word) {
    return Optional.ofNullable(hints.get(word));
  }
}
