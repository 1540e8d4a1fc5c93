package dev.watershed.collector.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.2.3.4, 24, 10.2.3.0/24",
    "10.2.3.4, 32, 10.2.3.4",
    "10.2.3.4, 0, 0.0.0.0/0",
    "10.255.3.4, 12, 10.240.0.0/12",
    "2001:db8:1:2:3:4:5:6, 24, 2001:db8:1:2::/64",
    "::1, 24, ::1",
    "localhost, 24, localhost",
    "pod-7.shop.svc, 24, pod-7.shop.svc",
  })
  void aClientCountsByItsNetwork(String host, int bits, String network) {
    assertThat(ClientNetwork.of(host, bits)).isEqualTo(network);
  }
}
