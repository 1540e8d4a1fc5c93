package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The canonical form in the plainest way: all tokens in a list, then one pass per reduction. Shares
 * with the real thing the table of words and the hash, and nothing else.
 */
public final class ReferenceFingerprinter {
  private static final String VALUE = "?";
  private static final String LIST = "?, ...";
  private static final Set<String> SIGN_FOLLOWS =
      Set.of(
          "(",
          ",",
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "<=>",
          "+",
          "-",
          "*",
          "/",
          "%",
          "^",
          "|",
          "&",
          "<<",
          ">>",
          "||",
          "&&",
          "AND",
          "AT",
          "BETWEEN",
          "CASE",
          "DEFAULT",
          "DIV",
          "ELSE",
          "ELSEIF",
          "ENDS",
          "EVERY",
          "IF",
          "INTERVAL",
          "LIKE",
          "MOD",
          "NOT",
          "OR",
          "RETURN",
          "RLIKE",
          "SELECT",
          "STARTS",
          "THEN",
          "UNTIL",
          "WHEN",
          "WHILE",
          "XOR");
  private static final Set<String> OPERAND_FOLLOWS =
      Set.of(
          ":=",
          "~",
          "!",
          "*/",
          "ALL",
          "BOTH",
          "BY",
          "DISTINCTROW",
          "DO",
          "ESCAPE",
          "FOR",
          "FROM",
          "HAVING",
          "LEADING",
          "ON",
          "SQL_BIG_RESULT",
          "SQL_BUFFER_RESULT",
          "SQL_CALC_FOUND_ROWS",
          "SQL_NO_CACHE",
          "SQL_SMALL_RESULT",
          "TRAILING",
          "WHERE");
  private static final Set<String> CONTINUES =
      Set.of(
          "=", "!=", "<", "<=", ">", ">=", "<=>", "+", "-", "*", "/", "%", "^", "|", "&", "<<",
          ">>", "||", "&&", "->", "->>", ".", "AND", "BETWEEN", "COLLATE", "DIV", "IN", "IS",
          "LIKE", "MEMBER", "MOD", "NOT", "OR", "RLIKE", "SOUNDS", "XOR");

  private static final String PASSWORDS = "REPLACE|\\w*PASSWORD|\\w*PASSWORD \\(";
  private static final String ACCOUNT = "IDENTIFIED ((?=BY )|(WITH|VIA) ~ )";
  private static final Pattern VERB =
      Pattern.compile("(^|(?<=\\b(BEGIN|DO|ELSE|FOR|THEN) ))(SET|CHANGE|START|CREATE|ALTER) ");
  private static final String WITH_OPTION =
      "(SET R*PASSWORD|CHANGE R*(MASTER|REPLICATION)|START R*(REPLICA|SLAVE|GROUP_REPLICATION)"
              .replace("R*", "((OR|REPLACE) )*")
          + "|(CREATE|ALTER) ((OR|REPLACE) )*SERVER) ";

  private static final Map<String, String> WORDS = words(KeywordTable.WORDS);
  private static final Map<String, String> FUNCTIONS = words(KeywordTable.FUNCTIONS);
  private static final Map<String, String> HINTS = words(KeywordTable.HINTS);
  private static final Set<String> CHARACTER_SETS = words(KeywordTable.CHARACTER_SETS).keySet();

  private static final String WORD = "[A-Za-z0-9_$\\x80-\\xff]";
  private static final Pattern BLANKS = Pattern.compile("[ \\t-\\r]+");
  private static final Pattern LINE_COMMENT =
      Pattern.compile("(#|--(?=[\\x00-\\x20\\x7f]|$))[^\\n]*\\n?");
  private static final Pattern VERSION = Pattern.compile("/\\*!(\\d{6}(?=[ \\t-\\r])|\\d{5})?");
  private static final Pattern NEWER = Pattern.compile("(?s)(?:/\\*.*?\\*/|(?!\\*/|/\\*).)*\\*/");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(\\*/|$)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "0x[0-9A-Fa-f]+(?!"
              + WORD
              + ")|0b[01]+(?!"
              + WORD
              + ")"
              + "|[0-9]+[eE][-+]?[0-9]+|[0-9]*\\.[0-9]+[eE][-+]?[0-9]+|[0-9]+\\.[eE][-+]?[0-9]+"
              + "|[0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?!"
              + WORD
              + ")");
  private static final Pattern NAME = Pattern.compile(WORD + "+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_$.\\x80-\\xff]+");
  private static final Pattern OPERATOR =
      Pattern.compile("<=>|<=|<>|<<|>=|>>|!=|:=|\\|\\||&&|->>|->|\\.\\.\\.");

  /** A token: its canonical name, or an identifier, or an integer that may name a column. */
  private record Item(String name, String identifier, String integer) {
    static Item of(String name) {
      return new Item(name, "", "");
    }

    boolean is(String name) {
      return this.name.equals(name);
    }
  }

  private final SqlMode mode;
  private final String text;
  private final List<Item> items = new ArrayList<>();
  private int at;
  private boolean executable;
  private boolean nameFollows;
  private boolean hintable;
  private boolean misread;

  private ReferenceFingerprinter(byte[] statement, SqlMode mode) {
    this.mode = mode;
    text = new String(statement, StandardCharsets.ISO_8859_1);
  }

  public static long digest(byte[] statement, SqlMode mode) {
    ReferenceFingerprinter reference = new ReferenceFingerprinter(statement, mode);
    reference.lex();
    List<Item> reduced = reduce(reference.items);
    if (reference.misread) {
      reduced.add(Item.of("(misread)"));
    }
    return hash(reduced);
  }

  // ---- tokens

  private void lex() {
    while (at < text.length()) {
      if (take(BLANKS) != null) {
        continue;
      }
      boolean mayHint = hintable;
      hintable = false;
      if (take(LINE_COMMENT) != null || comment(mayHint)) {
        continue;
      }
      boolean named = nameFollows;
      nameFollows = false;
      char c = text.charAt(at);
      boolean ansi = c == '"' && mode.ansiQuotes();
      if (c == '`' || ansi && !secretMayFollow()) {
        items.add(new Item("", quoted(c, false), ""));
      } else if (c == '\'' || c == '"') {
        quoted(c, !ansi && !mode.noBackslashEscapes());
        items.add(Item.of(VALUE));
      } else if (c == '@') {
        variable();
      } else if (isWord(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
        word(c, named);
      } else {
        symbol(c);
      }
    }
    while (!items.isEmpty() && items.get(items.size() - 1).is(";")) {
      items.remove(items.size() - 1);
    }
  }

  /** Whether nothing but a password can stand here, by the statement's words so far. */
  private boolean secretMayFollow() {
    StringBuilder words = new StringBuilder();
    for (Item item : items) {
      String identifier = upper(item.identifier());
      boolean telling = identifier.equals("VIA") || identifier.endsWith("PASSWORD");
      String word = telling ? identifier.equals("VIA") ? "VIA" : "a_PASSWORD" : "~";
      words.append(item.is("") ? word : item.name()).append(' ');
    }
    String statement =
        words
            .substring(words.lastIndexOf("; ") < 0 ? 0 : words.lastIndexOf("; ") + 2)
            .replaceAll("IDENTIFIED (WITH|VIA) ([~?]|\\w+_PASSWORD) ", "IDENTIFIED $1 ~ ");
    if (statement.matches("(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CALL) .*")) {
      return false;
    }
    String part = statement.substring(statement.lastIndexOf(", ") + 1);
    boolean account = part.matches("(.* )?" + ACCOUNT + "(.* )?(BY|AS|USING|" + PASSWORDS + ") ");
    Matcher verbs = VERB.matcher(statement);
    int from = -1;
    while (verbs.find()) {
      from = verbs.start();
    }
    String tail = from < 0 ? "" : statement.substring(from);
    String option = tail.substring(tail.lastIndexOf(", ") + 1);
    return account
        || tail.matches(WITH_OPTION + ".*")
            && option.matches(
                "(.* )?\\w*PASSWORD (.* )?(=|:=|REPLACE) |(.* )?\\w*PASSWORD (\\( )?");
  }

  private boolean comment(boolean mayHint) {
    if (text.startsWith("*/", at) && executable) {
      executable = false;
      at += 2;
      return true;
    }
    if (!text.startsWith("/*", at)) {
      return false;
    }
    if (text.startsWith("/*+", at) && mayHint) {
      hint();
      return true;
    }
    Matcher version = VERSION.matcher(text).region(at, text.length());
    if (version.lookingAt()) {
      String number = version.group(1);
      at = version.end();
      if (number == null || Integer.parseInt(number) <= KeywordTable.VERSION) {
        executable = true;
      } else if (take(NEWER) == null) {
        at = text.length();
        misread = true;
      }
      return true;
    }
    String comment = take(COMMENT);
    misread |= comment.length() < 4 || !comment.endsWith("*/");
    return true;
  }

  private void hint() {
    int end = text.indexOf("*/", at);
    String body = text.substring(at + 3, end);
    at = end + 2;
    Matcher part =
        Pattern.compile(
                "[0-9][0-9.]*[KMG]?(?!" + WORD + ")|" + WORD + "+|`(?:[^`]|``)*`|'[^']*'|\\S")
            .matcher(body);
    List<Item> inside = new ArrayList<>();
    while (part.find()) {
      String word = part.group();
      String hint = HINTS.get(upper(word));
      if (word.matches("[0-9][0-9.]*[KMG]?") || word.startsWith("'")) {
        inside.add(Item.of(VALUE));
      } else if (word.startsWith("`")) {
        String name = word.substring(1, word.length() - 1);
        inside.add(new Item("", name.replace("``", "`"), ""));
      } else if (hint != null) {
        inside.add(Item.of(hint));
      } else if (isWord(word.charAt(0))) {
        inside.add(new Item("", word, ""));
      } else {
        inside.add(Item.of(word));
      }
    }
    if (!inside.isEmpty()) {
      items.add(Item.of("/*+"));
      items.addAll(inside);
      items.add(Item.of("*/"));
    }
  }

  private void variable() {
    items.add(Item.of("@"));
    at++;
    if (text.startsWith("@", at)) {
      items.add(Item.of("@"));
      at++;
      String name = take(NAME);
      if (name != null) {
        String word = WORDS.get(upper(name));
        items.add(word != null ? Item.of(word) : new Item("", name, ""));
        point();
      }
    } else if (take(HOST) != null) {
      items.add(Item.of(VALUE));
    }
  }

  private void word(char c, boolean named) {
    String number = named ? null : take(NUMBER);
    if (number != null) {
      boolean integer = number.chars().allMatch(d -> isDigit((char) d));
      items.add(new Item(VALUE, "", integer ? number : ""));
      return;
    }
    if (!named && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
      if ("nNxXbB".indexOf(c) >= 0) {
        at++;
        quoted('\'', (c | 0x20) == 'n' && !mode.noBackslashEscapes());
        items.add(Item.of(VALUE));
        return;
      }
    }
    String name = take(NAME);
    boolean qualifies =
        at + 1 < text.length() && text.charAt(at) == '.' && isWord(text.charAt(at + 1));
    String upper = upper(name);
    if (!named && !qualifies) {
      int next = at;
      while (mode.ignoreSpace()
          && next < text.length()
          && " \t\n\r".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      boolean called = next < text.length() && text.charAt(next) == '(';
      String word = WORDS.get(upper);
      if (word == null && called) {
        word = FUNCTIONS.get(upper);
      }
      boolean introduces =
          upper.startsWith("_")
              && (CHARACTER_SETS.contains(upper.substring(1)) || upper.equals("_CHARSET"));
      if (word == null && introduces) {
        word = "_charset";
      }
      if (word != null) {
        items.add(Item.of(word.equals("NOT") && mode.highNotPrecedence() ? "!" : word));
        hintable = Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE").contains(word);
        return;
      }
    }
    items.add(new Item("", name, ""));
    point();
  }

  /** Of ASCII letters only: a byte beyond is no letter of Latin-1, but a part of some character. */
  private static String upper(String word) {
    StringBuilder upper = new StringBuilder();
    word.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
    return upper.toString();
  }

  /** A point directly behind a name makes whatever word follows it a name. */
  private void point() {
    if (at + 1 < text.length() && text.charAt(at) == '.' && isWord(text.charAt(at + 1))) {
      items.add(Item.of("."));
      at++;
      nameFollows = true;
    }
  }

  private void symbol(char c) {
    String operator = take(OPERATOR);
    if (operator != null) {
      items.add(Item.of(operator.equals("<>") ? "!=" : operator.equals("...") ? LIST : operator));
      return;
    }
    at++;
    items.add(Item.of(String.valueOf(c)));
    misread |= c == '\\' && !text.substring(at).matches("(?s)N(?!" + WORD + "|').*");
    nameFollows = c == '.' && at < text.length() && isWord(text.charAt(at));
  }

  private String quoted(char quote, boolean escapes) {
    StringBuilder content = new StringBuilder();
    boolean closed = false;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && escapes) {
        at++;
      } else if (c == quote) {
        if (at < text.length() && text.charAt(at) == quote) {
          at++;
        } else {
          closed = true;
          break;
        }
      }
      content.append(c);
    }
    misread |= !closed;
    return content.toString();
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt() || matcher.end() == at) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  // ---- reductions

  private static List<Item> reduce(List<Item> items) {
    List<Item> list = columnNumbers(literalNulls(items));
    list = signs(list);
    list = runs(list, VALUE, LIST, LIST);
    list = rows(list);
    list = runs(list, "(?)", "(?)", "(?)");
    return runs(list, "(...)", "(...)", "(...)");
  }

  private static List<Item> literalNulls(List<Item> items) {
    List<Item> result = new ArrayList<>();
    boolean operand = false;
    for (Item item : items) {
      Item kept = item.is("NULL") && operand ? Item.of(VALUE) : item;
      result.add(kept);
      boolean follows = SIGN_FOLLOWS.contains(kept.name()) || OPERAND_FOLLOWS.contains(kept.name());
      operand = kept.is("NOT") ? operand : follows;
    }
    return result;
  }

  private static List<Item> columnNumbers(List<Item> items) {
    List<Item> result = new ArrayList<>();
    Deque<Boolean> lists = new ArrayDeque<>();
    boolean list = false;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String before = i > 0 ? items.get(i - 1).name() : "";
      String after = i + 1 < items.size() ? items.get(i + 1).name() : "";
      boolean first = before.equals("BY") || before.equals(",") || before.equals("(");
      if (item.is("(")) {
        lists.push(list);
        list = before.equals("ROLLUP") || before.equals("CUBE");
      } else if (item.is(")") && !lists.isEmpty()) {
        list = lists.pop();
      } else if (item.is("BY") && Set.of("GROUP", "ORDER", "PARTITION").contains(before)) {
        list = true;
      } else if (Set.of("SELECT", "LIMIT", ";").contains(item.name())) {
        list = false;
      }
      boolean inList =
          i > 1 && before.equals(",") && items.get(i - 2).is(VALUE) && result.get(i - 2).is(VALUE);
      boolean number =
          !item.integer().isEmpty()
              && item.integer().length() < 11
              && Long.parseLong(item.integer()) > 0
              && Long.parseLong(item.integer()) <= 0xFFFFFFFFL;
      boolean names = list && first && number && !inList && !CONTINUES.contains(after);
      result.add(names ? new Item("column", "", item.integer()) : item);
    }
    return result;
  }

  private static List<Item> signs(List<Item> items) {
    List<Item> result = new ArrayList<>();
    for (Item item : items) {
      if (item.is(VALUE) || item.is(LIST)) {
        while (result.size() > 1
            && isSign(result.get(result.size() - 1))
            && SIGN_FOLLOWS.contains(result.get(result.size() - 2).name())) {
          result.remove(result.size() - 1);
        }
      }
      result.add(item);
    }
    return result;
  }

  private static boolean isSign(Item item) {
    return item.is("+") || item.is("-");
  }

  /** Items of one kind, or of the list's own, with commas between them become one list. */
  private static List<Item> runs(List<Item> items, String one, String list, String replacement) {
    List<Item> result = new ArrayList<>();
    for (Item item : items) {
      int size = result.size();
      boolean joins =
          (item.is(one) || item.is(list))
              && size > 1
              && result.get(size - 1).is(",")
              && (result.get(size - 2).is(one) || result.get(size - 2).is(list));
      if (joins) {
        result.subList(size - 2, size).clear();
        result.add(Item.of(replacement));
      } else {
        result.add(item);
      }
    }
    return result;
  }

  private static List<Item> rows(List<Item> items) {
    List<Item> result = new ArrayList<>();
    for (Item item : items) {
      int size = result.size();
      boolean one = size > 1 && result.get(size - 1).is(VALUE);
      boolean several = size > 1 && result.get(size - 1).is(LIST);
      if (item.is(")") && (one || several) && result.get(size - 2).is("(")) {
        result.subList(size - 2, size).clear();
        boolean in = !result.isEmpty() && result.get(result.size() - 1).is("IN");
        result.add(Item.of(in || several ? "(...)" : "(?)"));
      } else {
        result.add(item);
      }
    }
    return result;
  }

  private static long hash(List<Item> items) {
    long hash = TokenHash.SEED;
    for (Item item : items) {
      if (item.is("column")) {
        hash = TokenHash.addColumnNumber(hash, Long.parseLong(item.integer()));
      } else if (item.is("")) {
        byte[] name = utf8(item.identifier());
        hash = TokenHash.addName(hash, name, 0, name.length);
      } else {
        boolean single = item.name().length() == 1 && !item.is(VALUE);
        String name = single ? "byte " + (int) item.name().charAt(0) : item.name();
        hash = TokenHash.add(hash, TokenHash.contentOfName(name));
      }
    }
    return TokenHash.finish(hash);
  }

  /**
   * As the Unicode Standard replaces what is ill-formed: the three bytes of a surrogate are three
   * characters ("U+FFFD Substitution of Maximal Subparts"). Java alone makes one of them.
   */
  private static byte[] utf8(String bytes) {
    String apart = bytes.replaceAll("\u00ed(?=[\u00a0-\u00bf])", "\u00ff");
    String text = new String(apart.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isWord(char c) {
    return c >= 0x80
        || c == '_'
        || c == '$'
        || isDigit(c)
        || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Map<String, String> words(String table) {
    Map<String, String> words = new HashMap<>();
    for (String entry : table.strip().split("\\s+", -1)) {
      String[] parts = entry.split("=", -1);
      words.put(parts[0], parts[parts.length - 1]);
    }
    return words;
  }
}
