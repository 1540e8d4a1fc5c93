package dev.watershed.analyzer.index.live;

import static dev.watershed.analyzer.index.Conditions.any;
import static dev.watershed.analyzer.index.Conditions.between;
import static dev.watershed.analyzer.index.Conditions.column;
import static dev.watershed.analyzer.index.Conditions.compare;
import static dev.watershed.analyzer.index.Conditions.exists;
import static dev.watershed.analyzer.index.Conditions.greater;
import static dev.watershed.analyzer.index.Conditions.in;
import static dev.watershed.analyzer.index.Conditions.inBlock;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.Conditions.not;
import static dev.watershed.analyzer.index.FactMaker.reading;

import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.RowSource.JoinKind;
import java.util.List;

/** What is asked of the tables of {@link JudgedTables}. */
final class JudgedStatements {

  private static final String DAY = "'2026-03-01 00:00:00'";
  private static final String HOUR_RANGE =
      "BETWEEN '2026-03-01 00:00:00' AND '2026-03-01 12:00:00'";

  private JudgedStatements() {}

  static List<JudgedStatement> searches() {
    return List.of(
        of("SELECT * FROM orders WHERE id = 500", reading("orders").where(is("id")).selectAll()),
        of(
            "SELECT * FROM orders WHERE customer_id = 77",
            reading("orders").where(is("customer_id")).selectAll()),
        of(
            "SELECT id FROM orders WHERE customer_id = 77",
            reading("orders").where(is("customer_id")).select("id")),
        of(
            "SELECT * FROM orders WHERE amount = 7",
            reading("orders").where(is("amount")).selectAll()),
        of(
            "SELECT * FROM orders WHERE shop_id = 3",
            reading("orders").where(is("shop_id")).selectAll()),
        of(
            "SELECT * FROM orders WHERE status = 'paid'",
            reading("orders").where(is("status")).selectAll()),
        of(
            "SELECT * FROM orders WHERE shop_id = 3 AND customer_id = 77",
            reading("orders").where(is("shop_id"), is("customer_id")).selectAll()),
        of(
            "SELECT * FROM orders WHERE customer_id IN (1, 50, 99)",
            reading("orders").where(in("customer_id", 3)).selectAll()),
        of(
            "SELECT * FROM orders WHERE id IN (1, 50, 99)",
            reading("orders").where(in("id", 3)).selectAll()),
        of(
            "SELECT * FROM orders WHERE customer_id <> 77",
            reading("orders").where(not("customer_id")).selectAll()),
        of(
            "SELECT * FROM orders WHERE customer_id = 77 OR amount = 7",
            reading("orders").where(any(is("customer_id"), is("amount"))).selectAll()),
        of(
            "SELECT * FROM orders WHERE customer_id = 77 OR code = 'c00123'",
            reading("orders").where(any(is("customer_id"), is("code"))).selectAll()),
        of(
            "SELECT * FROM orders WHERE code = 'c00123'",
            reading("orders").where(is("code")).selectAll()),
        of("SELECT * FROM orders", reading("orders").selectAll()),
        of("SELECT customer_id FROM orders", reading("orders").select("customer_id")),
        of(
            "SELECT COUNT(*) FROM orders WHERE shop_id = 3",
            reading("orders").where(is("shop_id")).aggregate()),
        of(
            "SELECT id, created_at FROM orders WHERE shop_id = 3",
            reading("orders").where(is("shop_id")).select("id", "created_at")),
        of(
            "SELECT * FROM items WHERE order_id = 9",
            reading("items").where(is("order_id")).selectAll()),
        of(
            "SELECT * FROM items WHERE order_id = 9 AND line_no = 2",
            reading("items").where(is("order_id"), is("line_no")).selectAll()));
  }

  static List<JudgedStatement> orders() {
    return List.of(
        of(
            "SELECT * FROM orders WHERE shop_id = 3 ORDER BY created_at",
            reading("orders").where(is("shop_id")).orderBy("created_at").selectAll()),
        of(
            "SELECT * FROM orders WHERE shop_id = 3 ORDER BY created_at DESC LIMIT 10",
            reading("orders").where(is("shop_id")).orderBy("-created_at").selectAll().limit(10)),
        of(
            "SELECT * FROM orders WHERE customer_id = 77 ORDER BY id LIMIT 1",
            reading("orders").where(is("customer_id")).orderBy("id").selectAll().limit(1)),
        of(
            "SELECT * FROM orders ORDER BY id LIMIT 10",
            reading("orders").orderBy("id").selectAll().limit(10)),
        of(
            "SELECT * FROM orders ORDER BY customer_id LIMIT 10",
            reading("orders").orderBy("customer_id").selectAll().limit(10)),
        of(
            "SELECT * FROM orders ORDER BY customer_id",
            reading("orders").orderBy("customer_id").selectAll()),
        of(
            "SELECT customer_id FROM orders ORDER BY customer_id",
            reading("orders").orderBy("customer_id").select("customer_id")),
        of(
            "SELECT customer_id, COUNT(*) FROM orders GROUP BY customer_id",
            reading("orders").groupBy("customer_id").select("customer_id")),
        of(
            "SELECT amount, COUNT(*) FROM orders GROUP BY amount",
            reading("orders").groupBy("amount").select("amount")),
        of(
            "SELECT * FROM orders WHERE amount = 7 ORDER BY customer_id LIMIT 10",
            reading("orders").where(is("amount")).orderBy("customer_id").selectAll().limit(10)),
        of(
            "SELECT * FROM orders WHERE shop_id = 3 AND created_at > "
                + DAY
                + " ORDER BY created_at LIMIT 10",
            reading("orders")
                .where(is("shop_id"), greater("created_at"))
                .orderBy("created_at")
                .selectAll()
                .limit(10)),
        of(
            "SELECT * FROM orders WHERE shop_id = 3 AND created_at " + HOUR_RANGE,
            reading("orders").where(is("shop_id"), between("created_at")).selectAll()));
  }

  static List<JudgedStatement> joins() {
    return List.of(
        of(
            "SELECT * FROM orders JOIN items ON items.order_id = orders.id WHERE orders.id = 9",
            reading("orders")
                .join("items", join("1.order_id", "0.id"))
                .where(is("0.id"))
                .selectAll()),
        of(
            "SELECT * FROM orders JOIN customers ON customers.id = orders.customer_id"
                + " WHERE orders.shop_id = 3",
            reading("orders")
                .join("customers", join("1.id", "0.customer_id"))
                .where(is("0.shop_id"))
                .selectAll()),
        of(
            "SELECT * FROM customers JOIN orders ON orders.customer_id = customers.id"
                + " WHERE customers.segment = 4",
            reading("customers")
                .join("orders", join("1.customer_id", "0.id"))
                .where(is("0.segment"))
                .selectAll()),
        of(
            "SELECT * FROM customers LEFT JOIN orders ON orders.customer_id = customers.id"
                + " WHERE customers.segment = 4",
            reading("customers")
                .join(JoinKind.LEFT, "orders", join("1.customer_id", "0.id"))
                .where(is("0.segment"))
                .selectAll()),
        of(
            "SELECT * FROM customers JOIN orders ON orders.customer_id = customers.id"
                + " JOIN items ON items.order_id = orders.id WHERE customers.id = 12",
            reading("customers")
                .join("orders", join("1.customer_id", "0.id"))
                .join("items", join("2.order_id", "1.id"))
                .where(is("0.id"))
                .selectAll()),
        of(
            "SELECT * FROM customers STRAIGHT_JOIN orders ON orders.customer_id = customers.id"
                + " WHERE orders.code = 'c00123'",
            reading("customers")
                .join(JoinKind.STRAIGHT, "orders", join("1.customer_id", "0.id"))
                .where(is("1.code"))
                .selectAll()),
        of(
            "SELECT * FROM customers WHERE id IN"
                + " (SELECT customer_id FROM orders WHERE code = 'c00123')",
            reading("customers")
                .where(inBlock("id", 1))
                .selectAll()
                .subquery(1)
                .inside(0, "orders")
                .where(compare(1, "code", Comparison.EQUAL))
                .select("customer_id")));
  }

  /** Blocks inside others. */
  static List<JudgedStatement> blocks() {
    return List.of(
        of(
            "SELECT * FROM (SELECT id, customer_id FROM orders) orders WHERE customer_id = 77",
            FactMaker.derivedFirst(1)
                .where(is("customer_id"))
                .selectAll()
                .inside(0, "orders")
                .select("id", "customer_id")),
        of(
            "SELECT * FROM customers WHERE segment = 4 AND EXISTS"
                + " (SELECT 1 FROM orders WHERE orders.customer_id = customers.id)",
            FactMaker.reading("customers")
                .where(is("segment"), exists(1))
                .selectAll()
                .subquery(1)
                .inside(0, "orders")
                .where(join(column(1, "customer_id"), column(0, "id")))),
        of(
            "SELECT id, (SELECT MAX(amount) FROM orders WHERE orders.customer_id = customers.id)"
                + " FROM customers WHERE segment = 4",
            FactMaker.reading("customers")
                .where(is("segment"))
                .select("id")
                .subquery(1)
                .inside(0, "orders")
                .where(join(column(1, "customer_id"), column(0, "id")))
                .aggregate()
                .select("amount")));
  }

  /** Those that an index is missing for. */
  static List<JudgedStatement> unserved() {
    return List.of(
        of(
            "SELECT * FROM orders WHERE amount = 7",
            FactMaker.reading("orders").where(is("amount")).selectAll()),
        of(
            "SELECT * FROM orders WHERE amount = 7 AND shop_id = 19 AND status <> 'paid'",
            FactMaker.reading("orders")
                .where(is("amount"), is("shop_id"), not("status"))
                .selectAll()),
        of(
            "SELECT * FROM orders WHERE amount IN (7, 8, 9) ORDER BY code",
            FactMaker.reading("orders").where(in("amount", 3)).orderBy("code").selectAll()),
        of(
            "SELECT * FROM orders ORDER BY created_at DESC LIMIT 10",
            FactMaker.reading("orders").orderBy("-created_at").selectAll().limit(10)),
        of(
            "SELECT * FROM orders WHERE customer_id = 77 ORDER BY created_at DESC LIMIT 3",
            FactMaker.reading("orders")
                .where(is("customer_id"))
                .orderBy("-created_at")
                .selectAll()
                .limit(3)),
        of(
            "SELECT * FROM orders WHERE amount = 7 OR customer_id = 77",
            FactMaker.reading("orders").where(any(is("amount"), is("customer_id"))).selectAll()),
        of(
            "SELECT amount, COUNT(*) FROM orders GROUP BY amount",
            FactMaker.reading("orders").groupBy("amount").select("amount")),
        of(
            "SELECT * FROM customers WHERE name = 'customer 77'",
            FactMaker.reading("customers").where(is("name")).selectAll()),
        of(
            "SELECT * FROM customers JOIN orders ON orders.amount = customers.id"
                + " WHERE customers.id = 12",
            FactMaker.reading("customers")
                .join("orders", join("1.amount", "0.id"))
                .where(is("0.id"))
                .selectAll()),
        of(
            "UPDATE orders SET status = 'gone' WHERE amount = 7 AND created_at "
                + "BETWEEN '2026-03-01 00:00:00' AND '2026-03-02 00:00:00'",
            FactMaker.update("orders", "status").where(is("amount"), between("created_at"))));
  }

  private static JudgedStatement of(String sql, FactMaker facts) {
    return new JudgedStatement(sql, facts);
  }
}
