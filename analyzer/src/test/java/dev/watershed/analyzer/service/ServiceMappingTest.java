package dev.watershed.analyzer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceMappingTest {

  private static final OriginTag COUPONS = new OriginTag("controller", "coupon/list");
  private static final OriginTag ORDERS = new OriginTag("controller", "orders");

  @Nested
  class WithoutConfiguration {

    private final ServiceMapping mapping = ServiceMapping.accounts();

    @Test
    void theAccountIsTheService() {
      assertThat(mapping.attribute(origin("svc_market"))).isEqualTo(Attribution.of("svc_market"));
    }

    @Test
    void anEmptyAccountIsNobodys() {
      assertThat(mapping.attribute(origin(""))).isEqualTo(Attribution.NONE);
    }

    @Test
    void lumpedAccountsAreNobodys() {
      assertThat(mapping.attribute(Origin.LUMPED)).isEqualTo(Attribution.NONE);
    }

    @Test
    void noServicesConfiguredIsTheSame() {
      assertThat(ServiceMapping.of(List.of())).isEqualTo(mapping);
    }
  }

  @Nested
  class Criteria {

    @Test
    void anAccountThatNoServiceClaimsIsNobodys() {
      ServiceMapping mapping = mapping(service("market", users("svc_market")));
      assertThat(mapping.attribute(origin("root"))).isEqualTo(Attribution.NONE);
      assertThat(mapping.attribute(origin("svc_market"))).isEqualTo(Attribution.of("market"));
    }

    @Test
    void allGivenCriteriaHaveToHold() {
      Match match = new Match(globs("svc_*"), hosts("10.2.0.0/16"), List.of(), List.of());
      ServiceMapping mapping = mapping(service("market", match));
      assertThat(mapping.attribute(new Origin("svc_a", "10.2.1.0/24", List.of())).attributed())
          .isTrue();
      assertThat(mapping.attribute(new Origin("svc_a", "10.9.1.0/24", List.of())).attributed())
          .isFalse();
      assertThat(mapping.attribute(new Origin("root", "10.2.1.0/24", List.of())).attributed())
          .isFalse();
    }

    @Test
    void aHostOrProgramThatTheSourceDoesNotShowDoesNotExclude() {
      Match match =
          new Match(globs("svc_market"), hosts("10.2.0.0/16"), globs("market-api"), List.of());
      ServiceMapping mapping = mapping(service("market", match));
      assertThat(mapping.attribute(new Origin("svc_market", "", List.of())).attributed()).isTrue();
    }

    @Test
    void aProgramAloneDoesNotClaimWhatShowsNone() {
      Match match = new Match(List.of(), List.of(), globs("*"), List.of());
      ServiceMapping mapping = mapping(service("market", match));
      assertThat(mapping.attribute(origin("app")).attributed()).isFalse();
      Origin shown = origin("app", new OriginTag("application", "market-api"));
      assertThat(mapping.attribute(shown)).isEqualTo(Attribution.of("market"));
    }

    @Test
    void aMissingCommentTagExcludes() {
      Match match = new Match(globs("app"), List.of(), List.of(), comments("controller", "*"));
      ServiceMapping mapping = mapping(service("market", match));
      assertThat(mapping.attribute(origin("app")).attributed()).isFalse();
      assertThat(mapping.attribute(origin("app", ORDERS)).attributed()).isTrue();
    }
  }

  @Nested
  class Overlap {

    @Test
    void moreCriteriaWin() {
      Match both =
          new Match(globs("app"), List.of(), List.of(), comments("controller", "coupon/*"));
      ServiceMapping mapping = mapping(service("market", users("app")), service("coupon", both));
      assertThat(mapping.attribute(origin("app", COUPONS))).isEqualTo(Attribution.of("coupon"));
      assertThat(mapping.attribute(origin("app", ORDERS))).isEqualTo(Attribution.of("market"));
    }

    @Test
    void moreLiteralCharactersWin() {
      ServiceMapping mapping =
          mapping(
              service("rest", users("*")),
              service("any", users("svc_*")),
              service("market", users("svc_market")));
      assertThat(mapping.attribute(origin("svc_market"))).isEqualTo(Attribution.of("market"));
      assertThat(mapping.attribute(origin("svc_plan"))).isEqualTo(Attribution.of("any"));
      assertThat(mapping.attribute(origin("root"))).isEqualTo(Attribution.of("rest"));
    }

    @Test
    void theNarrowerNetworkWins() {
      ServiceMapping mapping =
          mapping(
              service("all", new Match(List.of(), hosts("10.0.0.0/8"), List.of(), List.of())),
              service("batch", new Match(List.of(), hosts("10.9.0.0/16"), List.of(), List.of())));
      assertThat(mapping.attribute(new Origin("app", "10.9.1.0/24", List.of())))
          .isEqualTo(Attribution.of("batch"));
    }

    @Test
    void elseTheFirstInTheFileWins() {
      ServiceMapping mapping =
          mapping(service("first", users("app")), service("second", users("app")));
      assertThat(mapping.attribute(origin("app"))).isEqualTo(Attribution.of("first"));
    }
  }

  @Nested
  class Modules {

    private final Match couponMatch =
        new Match(List.of(), List.of(), List.of(), comments("controller", "coupon/*"));

    @Test
    void refineTheirService() {
      ServiceMapping mapping =
          mapping(withModule("market", Optional.of(users("app")), couponMatch));
      assertThat(mapping.attribute(origin("app", COUPONS)))
          .isEqualTo(Attribution.of("market", "coupon"));
      assertThat(mapping.attribute(origin("app", ORDERS))).isEqualTo(Attribution.of("market"));
    }

    @Test
    void doNotReachBeyondTheirService() {
      ServiceMapping mapping =
          mapping(withModule("market", Optional.of(users("app")), couponMatch));
      assertThat(mapping.attribute(origin("other", COUPONS))).isEqualTo(Attribution.NONE);
    }

    @Test
    void claimForAServiceWithoutAMatchOfItsOwn() {
      ServiceMapping mapping = mapping(withModule("market", Optional.empty(), couponMatch));
      assertThat(mapping.attribute(origin("other", COUPONS)))
          .isEqualTo(Attribution.of("market", "coupon"));
      assertThat(mapping.attribute(origin("other", ORDERS))).isEqualTo(Attribution.NONE);
    }

    private Service withModule(String name, Optional<Match> match, Match moduleMatch) {
      ServiceModule module =
          new ServiceModule(
              "coupon", Optional.of("growth"), Optional.of(moduleMatch), List.of(), List.of());
      return new Service(name, Optional.empty(), match, List.of(), List.of(), List.of(module));
    }
  }

  @Test
  void tellsWhatTheSourceHasToKeep() {
    Match match =
        new Match(
            List.of(), hosts("10.2.3.16/28"), globs("market-api"), comments("controller", "*"));
    ServiceMapping mapping = mapping(service("market", match));
    assertThat(mapping.tagKeys())
        .containsExactly("application", "controller", "program", "program_name");
    assertThat(mapping.ipv4NetworkBits(24)).isEqualTo(28);
    assertThat(ServiceMapping.accounts().tagKeys()).isEmpty();
    assertThat(ServiceMapping.accounts().ipv4NetworkBits(24)).isEqualTo(24);
  }

  @Test
  void refusesTwoServicesOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapping(service("a", users("x")), service("a", users("y"))));
  }

  private static ServiceMapping mapping(Service... services) {
    return ServiceMapping.of(List.of(services));
  }

  private static Service service(String name, Match match) {
    return new Service(name, Optional.empty(), Optional.of(match), List.of(), List.of(), List.of());
  }

  private static Match users(String... patterns) {
    return new Match(globs(patterns), List.of(), List.of(), List.of());
  }

  private static List<Glob> globs(String... patterns) {
    return List.of(patterns).stream().map(Glob::new).toList();
  }

  private static List<HostPattern> hosts(String... patterns) {
    return List.of(patterns).stream().map(HostPattern::parse).toList();
  }

  private static List<CommentPattern> comments(String key, String glob) {
    return List.of(new CommentPattern(key, List.of(new Glob(glob))));
  }

  private static Origin origin(String user, OriginTag... tags) {
    return new Origin(user, "10.0.0.0/24", List.of(tags));
  }
}
