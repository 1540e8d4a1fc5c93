package dev.watershed.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;

/**
 * Those elements of the outermost list of a query that need no parser: columns and placeholders,
 * perhaps with an alias. Programs that map objects to tables select hundreds of them, and the
 * library looks ahead in each several times. It parses the {@linkplain #rest() query without them},
 * and they are {@linkplain #putBack put back} into the tree.
 */
final class SimpleElements {

  private static final int LONGEST_NAME = 3;

  /** Words that are no names in every place. */
  private static final Set<String> NO_NAMES = Set.of("ANY", "CASE", "END", "OFFSET", "SOME");

  /** With one of them outside of parentheses, commas divide more than elements. */
  private static final Set<String> CLAUSES =
      Set.of(
          "EXCEPT",
          "FOR",
          "GROUP",
          "HAVING",
          "INTERSECT",
          "LIMIT",
          "ORDER",
          "SELECT",
          "UNION",
          "USING",
          "VALUES",
          "WHERE",
          "WINDOW");

  private static final Set<String> UNITED = Set.of("EXCEPT", "INTERSECT", "UNION");

  private final List<SqlToken> rest;
  private final List<Optional<SelectItem<?>>> elements;

  private SimpleElements(List<SqlToken> rest, List<Optional<SelectItem<?>>> elements) {
    this.rest = rest;
    this.elements = elements;
  }

  /** Those of a query; empty if it has none, or none that are easily found. */
  static Optional<SimpleElements> of(List<SqlToken> query) {
    TokenRow row = new TokenRow(query);
    int select = row.find(Set.of("SELECT"), 0);
    int first = select + 1 + (row.tokenAt(select + 1).is("DISTINCT") ? 1 : 0);
    int from = row.find(Set.of("FROM"), first);
    boolean plain = row.find(UNITED, 0) == row.end() && row.find(CLAUSES, first) >= from;
    return plain && first < from ? divided(row, first, from) : Optional.empty();
  }

  private static Optional<SimpleElements> divided(TokenRow row, int first, int from) {
    List<SqlToken> rest = new ArrayList<>(row.between(0, first));
    List<Optional<SelectItem<?>>> elements = new ArrayList<>();
    JdbcParameter placeholder = new JdbcParameter(0, false, "?");
    boolean any = false;
    boolean before = false;
    for (int at = first; at <= from; at++) {
      int end = at;
      while (end < from && !row.tokenAt(end).isComma()) {
        end = row.tokenAt(end).isOpen() ? row.partner(end) + 1 : end + 1;
      }
      if (at == end) {
        return Optional.empty();
      }
      Optional<SelectItem<?>> element = element(row, at, end, placeholder);
      elements.add(element);
      if (element.isEmpty() || !before) {
        rest.addAll(at == first ? List.of() : List.of(SqlToken.COMMA));
        rest.addAll(element.isEmpty() ? row.between(at, end) : List.of(SqlToken.PLACEHOLDER));
      }
      before = element.isPresent();
      any |= before;
      at = end;
    }
    rest.addAll(row.between(from, row.end()));
    return any ? Optional.of(new SimpleElements(rest, elements)) : Optional.empty();
  }

  /** {@code a}, {@code t.a AS b}, {@code ? b}; empty if it is anything else. */
  private static Optional<SelectItem<?>> element(
      TokenRow row, int from, int to, JdbcParameter placeholder) {
    int at = from;
    Expression expression = placeholder;
    if (isName(row.tokenAt(at))) {
      List<String> names = new ArrayList<>(List.of(quoted(row.tokenAt(at))));
      List<String> dots = new ArrayList<>();
      while (at + 2 < to && row.tokenAt(at + 1).isDot() && isName(row.tokenAt(at + 2))) {
        at += 2;
        names.add(quoted(row.tokenAt(at)));
        dots.add(".");
      }
      if (names.size() > LONGEST_NAME) {
        return Optional.empty();
      }
      expression = new Column(names, dots);
    } else if (row.tokenAt(at).kind() != SqlToken.Kind.PLACEHOLDER) {
      return Optional.empty();
    }
    at++;
    boolean as = at < to && row.tokenAt(at).is("AS");
    int alias = as ? at + 1 : at;
    if (at == to) {
      return Optional.of(new SelectItem<>(expression, (Alias) null));
    }
    return alias == to - 1 && isName(row.tokenAt(alias))
        ? Optional.of(new SelectItem<>(expression, new Alias(quoted(row.tokenAt(alias)), as)))
        : Optional.empty();
  }

  private static boolean isName(SqlToken token) {
    return token.isName() && !NO_NAMES.contains(token.keyword());
  }

  private static String quoted(SqlToken name) {
    return "`" + NameCode.encoded(name.text()) + "`";
  }

  /** The query without them; in place of those that stand side by side is one placeholder. */
  List<SqlToken> rest() {
    return rest;
  }

  /**
   * Puts them into the tree of the rest.
   *
   * @return false if the tree is not as expected; then it is as it was
   */
  boolean putBack(Select tree) {
    if (!(tree instanceof PlainSelect plain)) {
      return false;
    }
    List<SelectItem<?>> parsed = plain.getSelectItems();
    List<SelectItem<?>> items = new ArrayList<>(elements.size());
    int next = 0;
    boolean before = false;
    for (Optional<SelectItem<?>> element : elements) {
      next += element.isEmpty() || !before ? 1 : 0;
      if (next > parsed.size()) {
        return false;
      }
      items.add(element.isPresent() ? element.get() : parsed.get(next - 1));
      before = element.isPresent();
    }
    if (next != parsed.size()) {
      return false;
    }
    plain.setSelectItems(items);
    return true;
  }
}
