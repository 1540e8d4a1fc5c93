package dev.watershed.sql.parse;

import dev.watershed.sql.parse.LiteralSlot.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A fingerprint whose literals can be filled in again, so that a server can run it. A list of
 * literals gets one value or more; several rows of literals become one.
 */
public final class StatementTemplate {

  private static final Set<String> COMPARISONS =
      Set.of("=", "<=>", "<", ">", "<=", ">=", "!=", "<>");
  private static final Set<String> NO_COLUMNS =
      Set.of("AND", "OR", "XOR", "WHERE", "ON", "HAVING", "NOT", "WHEN", "THEN", "SELECT", "END");

  private final List<SqlToken> tokens;
  private final List<Integer> places = new ArrayList<>();
  private final List<LiteralSlot> slots = new ArrayList<>();

  private StatementTemplate(List<SqlToken> tokens) {
    this.tokens = tokens;
    for (int at = 0; at < tokens.size(); at++) {
      SqlToken.Kind kind = tokens.get(at).kind();
      boolean list = kind == SqlToken.Kind.ELLIPSIS;
      if (kind == SqlToken.Kind.PLACEHOLDER || kind == SqlToken.Kind.VARIABLE || list) {
        places.add(at);
        slots.add(list ? listSlot(at) : slot(at));
      }
    }
  }

  /** The template of a canonical fingerprint text. */
  public static StatementTemplate of(String fingerprint) {
    return new StatementTemplate(List.copyOf(SqlLexer.tokens(fingerprint)));
  }

  /** Its places in the order of the text. */
  public List<LiteralSlot> slots() {
    return List.copyOf(slots);
  }

  /**
   * The statement with literals.
   *
   * @param literals one for each place, as SQL writes them; for a list several, with commas
   */
  public String filled(List<String> literals) {
    if (literals.size() != slots.size()) {
      throw new IllegalArgumentException(
          literals.size() + " literals for " + slots.size() + " places");
    }
    Map<Integer, String> at = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      at.put(places.get(i), literals.get(i));
    }
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      String text = at.containsKey(i) ? at.get(i) : written(token, i);
      boolean tight = token.isDot() || i > 0 && tokens.get(i - 1).isDot() || opensCall(i);
      sql.append(sql.isEmpty() || tight || text.isEmpty() ? "" : " ").append(text);
    }
    return sql.toString();
  }

  /** Some functions are ones only where no blank stands before the parenthesis. */
  private boolean opensCall(int at) {
    return tokens.get(at).isOpen() && at > 0 && tokens.get(at - 1).kind() == SqlToken.Kind.WORD;
  }

  private String written(SqlToken token, int at) {
    return switch (token.kind()) {
      case NAME -> "`" + token.text().replace("`", "``") + "`";
      case HINT -> "/*+ " + token.text() + " */";
      case WORD -> introducesCharset(token, at) ? "" : token.text();
      default -> token.text();
    };
  }

  /** {@code _charset ?} stands for {@code _utf8mb4 'x'} and its like. */
  private boolean introducesCharset(SqlToken token, int at) {
    return token.text().toLowerCase(Locale.ROOT).equals("_charset")
        && token(at + 1).kind() == SqlToken.Kind.PLACEHOLDER;
  }

  private LiteralSlot slot(int at) {
    SqlToken before = token(at - 1);
    if (before.is("LIMIT")) {
      boolean offsetFirst = token(at + 1).isComma();
      return new LiteralSlot(offsetFirst ? Role.OFFSET : Role.LIMIT, Optional.empty(), "");
    }
    if (before.is("OFFSET")) {
      return new LiteralSlot(Role.OFFSET, Optional.empty(), "");
    }
    if (COMPARISONS.contains(before.text()) && before.kind() == SqlToken.Kind.SYMBOL) {
      return endingAt(at - 2, Role.COMPARED);
    }
    if (before.is("LIKE")) {
      return endingAt(token(at - 2).is("NOT") ? at - 3 : at - 2, Role.PATTERN);
    }
    if (before.is("BETWEEN")) {
      return endingAt(token(at - 2).is("NOT") ? at - 3 : at - 2, Role.COMPARED);
    }
    if (before.is("AND") && token(at - 3).is("BETWEEN")) {
      return endingAt(token(at - 4).is("NOT") ? at - 5 : at - 4, Role.COMPARED);
    }
    SqlToken behind = token(at + 1);
    if (COMPARISONS.contains(behind.text()) && behind.kind() == SqlToken.Kind.SYMBOL) {
      return beginningAt(at + 2);
    }
    return LiteralSlot.OTHER;
  }

  /** {@code a IN (...)}, and the count behind {@code LIMIT ?, ...}. */
  private LiteralSlot listSlot(int at) {
    if (token(at - 1).isComma() && token(at - 3).is("LIMIT")) {
      return new LiteralSlot(Role.LIMIT, Optional.empty(), "");
    }
    if (token(at - 1).isOpen() && token(at - 2).is("IN")) {
      return endingAt(token(at - 3).is("NOT") ? at - 4 : at - 3, Role.COMPARED);
    }
    return LiteralSlot.OTHER;
  }

  private LiteralSlot endingAt(int at, Role role) {
    if (!isColumn(token(at))) {
      return LiteralSlot.OTHER;
    }
    Optional<String> qualifier =
        token(at - 1).isDot() ? Optional.of(token(at - 2).text()) : Optional.empty();
    return new LiteralSlot(role, qualifier, token(at).text());
  }

  private LiteralSlot beginningAt(int at) {
    int last = at;
    while (token(last + 1).isDot()) {
      last += 2;
    }
    return token(last + 1).isOpen() ? LiteralSlot.OTHER : endingAt(last, Role.COMPARED);
  }

  private static boolean isColumn(SqlToken token) {
    return token.kind() == SqlToken.Kind.NAME
        || token.kind() == SqlToken.Kind.WORD && !NO_COLUMNS.contains(token.keyword());
  }

  private SqlToken token(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at) : SqlToken.END;
  }
}
