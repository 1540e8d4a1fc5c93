package dev.watershed.analyzer.index.live;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Three tables with rows in a real server, and the same tables with the server's figures. */
final class JudgedTables {

  private static final int CUSTOMERS = 2_000;
  private static final int ORDERS = 40_000;
  private static final int ITEMS = 3;

  /** Statistics that nothing but ANALYZE TABLE changes: no recount runs beside the test. */
  private static final String SETTLED = " STATS_PERSISTENT=1 STATS_AUTO_RECALC=0";

  private final Connection connection;

  JudgedTables(Connection connection) {
    this.connection = connection;
  }

  void load() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id bigint NOT NULL PRIMARY KEY, name varchar(40) NOT NULL,"
              + " segment int NOT NULL, KEY idx_segment (segment))"
              + SETTLED);
      statement.execute(
          "CREATE TABLE orders (id bigint NOT NULL PRIMARY KEY, customer_id bigint NOT NULL,"
              + " shop_id int NOT NULL, status enum('new','paid','sent','gone') NOT NULL,"
              + " created_at datetime NOT NULL, amount int NOT NULL, code varchar(20) NOT NULL,"
              + " note varchar(100) NOT NULL,"
              + " KEY idx_customer (customer_id), KEY idx_shop (shop_id, created_at),"
              + " KEY idx_status (status), UNIQUE KEY idx_code (code))"
              + SETTLED);
      statement.execute(
          "CREATE TABLE items (order_id bigint NOT NULL, line_no int NOT NULL,"
              + " product_id bigint NOT NULL, amount int NOT NULL,"
              + " PRIMARY KEY (order_id, line_no), KEY idx_product (product_id))"
              + SETTLED);
      statement.execute("CREATE TABLE digits (d int NOT NULL PRIMARY KEY)");
      statement.execute("INSERT INTO digits VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      statement.execute(
          "CREATE TABLE numbers (n int NOT NULL PRIMARY KEY) AS SELECT"
              + " a.d + 10*b.d + 100*c.d + 1000*e.d + 10000*f.d AS n"
              + " FROM digits a, digits b, digits c, digits e, digits f ORDER BY n");
      statement.execute(
          "INSERT INTO customers SELECT n, CONCAT('customer ', n), n % 40 FROM numbers"
              + " WHERE n < "
              + CUSTOMERS);
      statement.execute(
          "INSERT INTO orders SELECT n, (n * 7919) % "
              + CUSTOMERS
              + ", (n * 31) % 50, 1 + (n * 13) % 4,"
              + " '2026-01-01' + INTERVAL (n * 37) % 8000 HOUR, (n * 17) % 1000,"
              + " CONCAT('c', LPAD(n, 5, '0')), REPEAT('x', 60) FROM numbers WHERE n < "
              + ORDERS);
      statement.execute(
          "INSERT INTO items SELECT n, d, (n * 11 + d) % 500, d FROM numbers, digits"
              + " WHERE n < "
              + ORDERS
              + " AND d < "
              + ITEMS);
      statement.execute("ANALYZE TABLE customers, orders, items");
    }
  }

  AdvisedServer server(String version, List<WeightedStatement> statements) throws SQLException {
    List<StatisticTable> tables =
        List.of(
            counted(
                TableMaker.table("customers")
                    .column("name", "varchar(40)")
                    .numbers("segment")
                    .key("idx_segment", false, "segment"),
                "customers",
                "PRIMARY",
                "idx_segment"),
            counted(
                TableMaker.table("orders")
                    .column("customer_id", "bigint")
                    .numbers("shop_id")
                    .column("status", "enum('new','paid','sent','gone')")
                    .column("created_at", "datetime")
                    .numbers("amount")
                    .column("code", "varchar(20)")
                    .column("note", "varchar(100)")
                    .key("idx_customer", false, "customer_id")
                    .key("idx_shop", false, "shop_id", "created_at")
                    .key("idx_status", false, "status")
                    .key("idx_code", true, "code"),
                "orders",
                "PRIMARY",
                "idx_customer",
                "idx_shop",
                "idx_status",
                "idx_code"),
            counted(
                TableMaker.keyless("items")
                    .column("order_id", "bigint")
                    .numbers("line_no")
                    .column("product_id", "bigint")
                    .numbers("amount")
                    .key("PRIMARY", true, "order_id", "line_no")
                    .key("idx_product", false, "product_id"),
                "items",
                "PRIMARY",
                "idx_product"));
    long pool = Long.parseLong(ask("SELECT @@innodb_buffer_pool_size").get(0));
    return new AdvisedServer("live", version, 7_200, OptionalLong.of(pool), tables, statements);
  }

  private StatisticTable counted(TableMaker maker, String table, String... indexes)
      throws SQLException {
    String schema = connection.getCatalog();
    List<String> sizes =
        ask(
            "SELECT CONCAT(n_rows, ' ', clustered_index_size) FROM mysql.innodb_table_stats"
                + " WHERE database_name = '"
                + schema
                + "' AND table_name = '"
                + table
                + "'");
    String[] words = sizes.get(0).split(" ", -1);
    maker.rows(Long.parseLong(words[0]), Long.parseLong(words[1]));
    for (String index : indexes) {
      List<String> values =
          ask(
              "SELECT stat_value FROM mysql.innodb_index_stats WHERE database_name = '"
                  + schema
                  + "' AND table_name = '"
                  + table
                  + "' AND index_name = '"
                  + index
                  + "' AND stat_name LIKE 'n_diff_pfx%' ORDER BY stat_name");
      maker.distinct(index, values.stream().mapToLong(Long::parseLong).toArray());
    }
    return maker.make();
  }

  List<String> ask(String query) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
