package dev.watershed.analyzer.index.shape;

import static dev.watershed.analyzer.index.Conditions.all;
import static dev.watershed.analyzer.index.Conditions.any;
import static dev.watershed.analyzer.index.Conditions.between;
import static dev.watershed.analyzer.index.Conditions.exists;
import static dev.watershed.analyzer.index.Conditions.greater;
import static dev.watershed.analyzer.index.Conditions.in;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.not;
import static dev.watershed.analyzer.index.Conditions.wrapped;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.Comparison.Access;
import dev.watershed.sql.facts.Condition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table with 100 shops and 5,000 customers. */
class SharesTest {

  private static final TableFigures ORDERS =
      ServerTables.of(
              Servers.mysql(
                  List.of(
                      table("orders")
                          .numbers("shop", "customer")
                          .key("idx_shop", false, "shop")
                          .key("idx_customer", false, "customer")
                          .rows(100_000, 1_000)
                          .distinct("idx_shop", 100, 100_000)
                          .distinct("idx_customer", 5_000, 100_000)
                          .make())))
          .find(TableMaker.SCHEMA, "orders")
          .orElseThrow();

  private final Shares shares = new Shares(0, List.of(Optional.of(ORDERS)));

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("one of 100", is("shop"), 0.01),
        Arguments.of("three of 100", in("shop", 3), 0.03),
        Arguments.of("no more than half", in("shop", 90), 0.5),
        Arguments.of("both", all(in("shop", 20), is("customer")), 0.2 / 5_000),
        Arguments.of("either", any(in("shop", 20), in("shop", 50)), 0.2 + 0.5 - 0.1),
        Arguments.of("every row", all(), 1.0),
        Arguments.of("EXISTS", exists(1), 0.5),
        Arguments.of("of a function", wrapped("lower(shop)", "shop"), 0.1),
        Arguments.of("above", greater("shop"), 1 / 3.0),
        Arguments.of("between", between("shop"), 1 / 9.0),
        Arguments.of("another", not("shop"), 0.9));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("conditions")
  void aConditionLetsAShareOfTheRowsThrough(String name, Condition condition, double share) {
    assertThat(shares.of(condition)).isCloseTo(share, offset(1e-12));
  }

  @Test
  void termsThatAreKnownFromTheBeginningCountTogether() {
    Term shop = term("shop", Access.POINT, 1, 1);
    Term customers = term("customer", Access.POINTS, 10, 1);
    Term wide = term("customer", Access.RANGE, 1, 0.25);
    assertThat(shares.ofTerms(List.of(), Optional.of(ORDERS))).isEqualTo(1);
    assertThat(shares.ofTerms(List.of(shop), Optional.of(ORDERS))).isCloseTo(0.01, offset(1e-12));
    assertThat(shares.ofTerms(List.of(customers), Optional.of(ORDERS)))
        .isCloseTo(0.002, offset(1e-12));
    assertThat(shares.ofTerms(List.of(customers, shop, wide), Optional.of(ORDERS)))
        .isCloseTo(0.002 * 0.01 * 0.25, offset(1e-12));
    assertThat(shares.ofTerms(List.of(customers, shop), Optional.empty()))
        .isCloseTo(0.01, offset(1e-12));
  }

  private static Term term(String column, Access access, double points, double width) {
    return new Term(
        column, access, points, width, Needs.NOTHING, OptionalInt.empty(), Optional.empty());
  }
}
