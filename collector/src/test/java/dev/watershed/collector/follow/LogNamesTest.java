package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogNamesTest {

  @ParameterizedTest
  @CsvSource({
    "slow.log,       slow.log.1,                 true",
    "slow.log,       slow.log.12.gz,             true",
    "slow.log,       slow.log.2.zst,             true",
    "slow.log,       slow.log.gz,                true",
    "slow.log,       slow.log-20261123,          true",
    "slow.log,       slow.log-20261123.gz,       true",
    "slow.log,       slow.log-20261123-1795.gz,  true",
    "slow.log,       slow.log.2026-11-23T02_00Z, true",
    "slow.log,       slow.log.old,               true",
    "slow.log,       slow-20261123.log,          true",
    "slow.log,       slow.1.log.gz,              true",
    "mysql-slow,     mysql-slow.1,               true",
    "slow.log,       slow.log,                   false",
    "slow.log,       slow.log.tmp,               false",
    "slow.log,       slow.log.1.gz.part,         false",
    "slow.log,       slow.log.1~,                false",
    "slow.log,       slow.logs,                  false",
    "slow.log,       slow-booking.log,           false",
    "slow.log,       other.log.1,                false",
    "slow.log,       slowXlog.1,                 false",
  })
  void rotatedNames(String live, String name, boolean rotated) {
    assertThat(new LogNames(live).rotated(name)).isEqualTo(rotated);
  }
}
