package dev.watershed.sql.lexical;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Writes random statements and knows, by how it made them, which tables they use: an oracle for the
 * lexical pass that reads nothing.
 */
final class RandomQueries {

  private static final List<String> EXPRESSIONS =
      List.of(
          "a . x = ?",
          "EXTRACT ( DAY FROM b ) > ?",
          "TRIM ( LEADING ? FROM c ) LIKE ?",
          "SUBSTRING ( d FROM ? FOR ? ) = ?",
          "e IN (...)",
          "f IS NULL",
          "`from` = `select`",
          "MATCH ( g , h ) AGAINST ( ? IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION )",
          "CASE WHEN i THEN j ELSE REPLACE ( k , ?, ... ) END",
          "COALESCE ( l , NOW ( ) , ? ) BETWEEN ? AND ?");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final Set<TableReference> expected = new LinkedHashSet<>();
  private final List<String> visible = new ArrayList<>();
  private int names;

  RandomQueries(long seed) {
    random = new Random(seed);
  }

  String text() {
    return text.toString();
  }

  List<TableReference> expected() {
    return List.copyOf(expected);
  }

  /** Writes a SELECT, INSERT … SELECT or CREATE VIEW … AS SELECT. */
  void writeStatement() {
    switch (random.nextInt(4)) {
      case 0 -> {
        text.append("INSERT INTO ");
        newTable(TableUse.WRITE);
        text.append(random.nextBoolean() ? "( a , b ) " : "");
      }
      case 1 -> {
        text.append("CREATE VIEW ");
        newTable(TableUse.WRITE);
        text.append("AS ");
      }
      default -> text.append(random.nextInt(5) == 0 ? "EXPLAIN " : "");
    }
    query(4);
  }

  private void query(int depth) {
    int hidden = visible.size();
    if (depth > 0 && random.nextInt(4) == 0) {
      commonTableExpressions(depth - 1);
    }
    select(depth);
    while (random.nextInt(5) == 0) {
      text.append(random.nextBoolean() ? "UNION ALL " : "EXCEPT ");
      if (random.nextInt(3) == 0) {
        parenthesised(depth - 1);
      } else {
        select(depth);
      }
    }
    while (visible.size() > hidden) {
      visible.remove(visible.size() - 1);
    }
  }

  private void commonTableExpressions(int depth) {
    boolean recursive = random.nextBoolean();
    text.append(recursive ? "WITH RECURSIVE " : "WITH ");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = "cte" + names++;
      text.append(i > 0 ? ", " : "").append(name).append(random.nextBoolean() ? " ( a , b )" : "");
      text.append(" AS ( ");
      if (recursive) {
        visible.add(name);
      }
      query(depth);
      text.append(") ");
      if (!recursive) {
        visible.add(name);
      }
    }
  }

  private void select(int depth) {
    text.append(random.nextInt(6) == 0 ? "SELECT STRAIGHT_JOIN a , " : "SELECT a , ");
    expression(depth);
    if (random.nextInt(12) > 0) {
      text.append("FROM ");
      factors(depth);
    }
    if (random.nextBoolean()) {
      text.append("WHERE ");
      expression(depth);
      text.append("AND ");
      expression(depth);
    }
    text.append(pick("", "", "GROUP BY a , b WITH ROLLUP ", "ORDER BY a , b DESC LIMIT ? , ? "));
    text.append(pick("", "", "FOR UPDATE ", "INTO @a , @b ", "LOCK IN SHARE MODE "));
  }

  private void factors(int depth) {
    factor(depth);
    while (random.nextInt(3) == 0) {
      if (random.nextBoolean()) {
        text.append(", ");
        factor(depth);
      } else {
        text.append(pick("JOIN ", "LEFT JOIN ", "STRAIGHT_JOIN ", "NATURAL RIGHT OUTER JOIN "));
        factor(depth);
        text.append(pick("", "USING ( a , b ) ", "ON a . x = b . y AND `c` > ? "));
      }
    }
  }

  private void factor(int depth) {
    int choice = random.nextInt(10);
    if (choice < 6 || depth <= 0) {
      tableOrExpression();
      text.append(pick("", "PARTITION ( p0 , p1 ) ", ""));
      text.append(pick("", "AS x ", "y ", "AS `from` "));
      text.append(pick("", "", "USE INDEX ( i , j ) ", "IGNORE KEY FOR ORDER BY ( i ) "));
    } else if (choice < 8) {
      text.append(random.nextInt(3) == 0 ? "LATERAL " : "");
      parenthesised(depth - 1);
      text.append(pick("AS d ", "d ( a , b ) "));
    } else if (choice < 9) {
      text.append("( ");
      factors(depth - 1);
      text.append(") ");
    } else {
      text.append(pick("DUAL ", "JSON_TABLE ( ? , ? COLUMNS ( a INT PATH ? ) ) AS j "));
    }
  }

  private void parenthesised(int depth) {
    text.append("( ");
    query(depth);
    text.append(") ");
  }

  private void expression(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      text.append(pick("EXISTS ", "a IN ", "b = ", "GREATEST ( ? , "));
      boolean function = text.charAt(text.length() - 2) == ',';
      parenthesised(depth - 1);
      text.append(function ? ") " : "");
    } else {
      text.append(EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()))).append(' ');
    }
  }

  private void tableOrExpression() {
    if (!visible.isEmpty() && random.nextInt(3) == 0) {
      text.append(visible.get(random.nextInt(visible.size()))).append(' ');
    } else {
      newTable(TableUse.READ);
    }
  }

  private void newTable(TableUse use) {
    boolean qualified = random.nextInt(4) == 0;
    // now and then a qualified name that a common table expression also has
    boolean shadowed = qualified && !visible.isEmpty() && random.nextBoolean();
    String table = shadowed ? visible.get(0) : pick("t", "order-", "T-", "表") + random.nextInt(30);
    Optional<String> schema = qualified ? Optional.of("s" + random.nextInt(3)) : Optional.empty();
    schema.ifPresent(name -> text.append(name).append(pick(" . ", ".")));
    text.append(table.matches("[a-zA-Z0-9]+") ? table : "`" + table + "`").append(' ');
    expected.add(new TableReference(schema, table, use));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The same statement as another writer would: other blanks, other letter case of keywords. */
  String rewritten() {
    String text = text().replace("FROM ", "from ").replace("JOIN ", "Join ");
    return random.nextBoolean() ? text.replace(" ", " \n ") : text.strip() + " ;";
  }
}
