package dev.watershed.collector.server.lockwait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedTableTest {

  @ParameterizedTest
  @CsvSource({
    "shop/orders, shop, orders",
    "shop/orders#p#p2026, shop, orders",
    "shop/orders#P#p0#SP#s1, shop, orders",
    "shop/caf@00e9, shop, café",
    "my@002dshop/o@0023x, my-shop, o#x",
  })
  void ofAFile(String name, String schema, String table) {
    assertThat(LockedTable.ofFile(name)).isEqualTo(Optional.of(new LockedTable(schema, table)));
  }

  @ParameterizedTest
  @CsvSource({
    "`shop`.`orders`, shop, orders",
    "`shop`.`orders` /* Partition `p0` */, shop, orders",
    "`a``b`.`c.d`, a`b, c.d",
  })
  void ofAQuotedName(String name, String schema, String table) {
    assertThat(LockedTable.ofQuoted(name)).isEqualTo(Optional.of(new LockedTable(schema, table)));
  }

  @ParameterizedTest
  @CsvSource({"mysql", "innodb_system", "shop.orders", "shop/T@0J"})
  void ofNone(String name) {
    assertThat(LockedTable.ofFile(name)).isEmpty();
    assertThat(LockedTable.ofQuoted(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "93833688772592:62:2:4:2:93833692973856, 2",
    "139664434886512:2:4:1:139664350544872, 2",
    "93833688772592:1064:93833692973856, -1",
    "93833688772592:62:1064:93833692973856, -1",
    "24:5:3:2, -1",
    "nonsense, -1",
  })
  void theTablespaceOfALock(String lockId, long space) {
    assertThat(LockedTable.space(lockId))
        .isEqualTo(space < 0 ? OptionalLong.empty() : OptionalLong.of(space));
  }
}
