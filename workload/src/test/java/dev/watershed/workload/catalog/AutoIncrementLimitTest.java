package dev.watershed.workload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoIncrementLimitTest {

  @ParameterizedTest
  @CsvSource({
    "tinyint, 127",
    "tinyint(1), 127",
    "smallint unsigned, 65535",
    "mediumint, 8388607",
    "int, 2147483647",
    "int(10) unsigned zerofill, 4294967295",
    "bigint, 9223372036854775807",
    "bigint(20) unsigned, 18446744073709551615",
  })
  void anIntegerHasOne(String type, BigInteger limit) {
    assertThat(AutoIncrementLimit.of(type)).contains(limit);
  }

  @ParameterizedTest
  @CsvSource({"double", "'varchar(10)'", "'decimal(10,0)'"})
  void othersHaveNone(String type) {
    assertThat(AutoIncrementLimit.of(type)).isEmpty();
  }
}
