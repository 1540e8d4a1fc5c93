package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerNamesTest {

  private static final OwnerNames NAMES =
      new OwnerNames(
          List.of(
              service("booking", "booking"),
              service("checkin", "booking"),
              service("market", "core", module("coupon", "growth"), module("page", "core")),
              service("blog", "content", module("page", "content"))),
          new TreeMap<>(Map.of("billing_api", "booking", "@acme/money", "growth", "odd", "nowt")));

  private static Service service(String name, String team, ServiceModule... modules) {
    return new Service(
        name, Optional.of(team), Optional.empty(), List.of(), List.of(), List.of(modules));
  }

  private static ServiceModule module(String name, String team) {
    return new ServiceModule(name, Optional.of(team), Optional.empty(), List.of(), List.of());
  }

  private static String words(List<Attribution> parties) {
    return String.join(
        " ",
        parties.stream()
            .map(
                party ->
                    party.service().orElseThrow() + party.module().map(own -> "/" + own).orElse(""))
            .toList());
  }

  @ParameterizedTest(name = "{0} means {1}; as a team {2}")
  @CsvSource({
    "booking,                booking,             booking checkin",
    "market/coupon,          market/coupon,       market/coupon",
    "coupon,                 market/coupon,       market/coupon",
    "page,                   market/page blog/page, market/page blog/page",
    "growth,                 market/coupon,       market/coupon",
    "core,                   market,              market",
    "@acme/growth,           market/coupon,       market/coupon",
    "@growth,                market/coupon,       market/coupon",
    "group:default/growth,   market/coupon,       market/coupon",
    "group:growth,           market/coupon,       market/coupon",
    "billing_api,            booking,             booking checkin",
    "@acme/money,            market/coupon,       market/coupon",
    "@other/money,           '',                  ''",
    "Booking,                '',                  ''",
    "jane@example.com,       '',                  ''",
  })
  void aNameMeansAServiceAModuleOrATeam(String name, String any, String team) {
    assertThat(words(NAMES.find(name))).isEqualTo(any);
    assertThat(words(NAMES.findTeam(name))).isEqualTo(team);
  }

  @Test
  void whatNobodyIsCalledComesWithTheNearestName() {
    assertThat(NAMES.nobody("@acme/bookin"))
        .isEqualTo(
            "'@acme/bookin' names no service, module or team of the configuration;"
                + " did you mean booking?");
    assertThat(NAMES.wrongAliases())
        .containsExactly("aliases.odd: 'nowt' is no service, module or team of the configuration");
  }
}
