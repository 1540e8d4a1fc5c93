package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CallSites;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.CommentPattern;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginReductionTest {

  private static final Origin MODULE = origin("svc_shop", "10.0.0.1", "coupon");
  private static final Origin OTHER_HOST = origin("svc_shop", "10.0.9.1", "coupon");
  private static final Origin SERVICE = origin("svc_shop", "10.0.0.1", "pages");
  private static final Origin STRANGER = origin("stranger", "10.0.0.1", "pages");
  private static final Origin NO_ACCOUNT = new Origin("", "", List.of());
  private static final List<Origin> ALL =
      List.of(MODULE, OTHER_HOST, SERVICE, STRANGER, NO_ACCOUNT);

  private static final ServiceMapping MAPPING =
      ServiceMapping.of(
          List.of(
              new Service(
                  "shop",
                  Optional.empty(),
                  Optional.of(match(List.of(new Glob("svc_shop")), List.of())),
                  List.of(),
                  List.of(),
                  List.of(
                      new ServiceModule(
                          "coupon",
                          Optional.empty(),
                          Optional.of(
                              match(
                                  List.of(),
                                  List.of(
                                      new CommentPattern(
                                          "controller", List.of(new Glob("coupon")))))),
                          List.of(),
                          List.of())))));

  private static Match match(List<Glob> users, List<CommentPattern> comments) {
    return new Match(users, List.of(), List.of(), comments);
  }

  private static Origin origin(String user, String host, String controller) {
    return new Origin(user, host, List.of(new OriginTag("controller", controller)));
  }

  @Test
  void whoseAnOriginIsStays() {
    OriginReduction reduction = new OriginReduction(MAPPING, ALL);
    for (Origin origin : ALL) {
      assertThat(MAPPING.ofSnapshot().attribute(reduction.apply(origin)))
          .isEqualTo(MAPPING.attribute(origin));
    }
    assertThat(reduction.apply(Origin.LUMPED)).isEqualTo(Origin.LUMPED);
    assertThat(reduction.apply(NO_ACCOUNT)).isEqualTo(NO_ACCOUNT);
  }

  @Test
  void nothingElseStays() {
    OriginReduction reduction = new OriginReduction(MAPPING, ALL);
    assertThat(ALL.stream().map(reduction).toList().toString())
        .doesNotContain("svc_shop", "stranger", "10.0", "pages", "controller");
    assertThat(reduction.apply(MODULE)).isEqualTo(reduction.apply(OTHER_HOST));
  }

  @Test
  void placesInTheCodeStayApart() {
    OriginReduction reduction = new OriginReduction(MAPPING, ALL);
    assertThat(ALL.stream().map(reduction).map(CallSites::nameOf).distinct().count())
        .isEqualTo(ALL.stream().map(CallSites::nameOf).distinct().count());
  }

  @Test
  void withoutServicesNobodyIsNamed() {
    OriginReduction reduction = new OriginReduction(ServiceMapping.accounts(), ALL);
    assertThat(ServiceMapping.accounts().attribute(MODULE)).isEqualTo(Attribution.of("svc_shop"));
    assertThat(MAPPING.ofSnapshot().attribute(reduction.apply(MODULE))).isEqualTo(Attribution.NONE);
  }
}
