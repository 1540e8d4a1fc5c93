package dev.watershed.analyzer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

  @ParameterizedTest
  @CsvSource({
    "10.2.0.0/16,   10.2.3.0/24,          true",
    "10.2.0.0/16,   10.2.255.7,           true",
    "10.2.0.0/16,   10.3.0.0/24,          false",
    "10.2.3.0/24,   10.2.3.0/24,          true",
    "10.2.3.128/25, 10.2.3.0/24,          false",
    "10.2.3.4,      10.2.3.4,             true",
    "10.2.3.4,      10.2.3.5,             false",
    "0.0.0.0/0,     203.0.113.9,          true",
    "10.2.0.0/16,   web-1.internal,       false",
    "2001:db8::/32, 2001:db8:1::/48,      true",
    "2001:db8::/32, 2001:db9::1,          false",
    "2001:db8::/32, 10.2.3.4,             false",
    "*.internal,    Web-1.INTERNAL,       true",
    "localhost,     localhost,            true",
    "localhost,     localhost.localdomain,false",
  })
  void matches(String pattern, String host, boolean expected) {
    assertThat(HostPattern.parse(pattern).matches(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.2.0.0/33", "10.2.0.0/x", "10.2/16", "300.1.1.1/8", "web/24", ""})
  void refuses(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> HostPattern.parse(pattern));
  }

  @Test
  void theErrorSaysWhatWasExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostPattern.parse("10.2.0.0/33"))
        .withMessage(
            "'10.2.0.0/33' is no network; expected an address and a prefix, as in 10.2.0.0/16");
  }
}
