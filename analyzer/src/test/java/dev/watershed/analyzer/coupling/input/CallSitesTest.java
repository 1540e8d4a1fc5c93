package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.workload.OriginTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallSitesTest {

  private static final String WRITE = "UPDATE shop.items SET a = 1";
  private static final String READ = "SELECT a FROM shop.items";

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("shop", List.of("shop.*"), List.of())
          .service("member", List.of(), List.of())
          .tables("shop.items");

  private static OriginTag controller(String name) {
    return new OriginTag("controller", name);
  }

  private List<String> sites(String party, String statement) {
    CouplingInput input = fixture.server("db").build();
    int sender = input.parties().find(Attribution.of(party)).orElseThrow();
    for (int index = 0; index < input.statements().size(); index++) {
      if (input.statements().get(index).fingerprint().startsWith(statement.substring(0, 6))) {
        return input.callSites().of(sender, index);
      }
    }
    throw new AssertionError(statement + " is not there");
  }

  @Test
  void eachControllerThatSendsAStatementIsASite() {
    fixture
        .tags(controller("orders"))
        .run("shop", 3, WRITE)
        .tags(controller("baskets"), new OriginTag("action", "add"))
        .run("shop", 1, WRITE)
        .run("shop", 1, WRITE)
        .tags(controller("members"))
        .run("member", 1, WRITE)
        .run("shop", 1, READ);
    assertThat(sites("shop", WRITE))
        .containsExactly("action=add controller=baskets", "controller=orders");
  }

  @Test
  void whatNamesAProgramIsNoSite() {
    fixture.tags(new OriginTag("application", "shop")).run("shop", 3, WRITE);
    assertThat(sites("shop", WRITE)).isEmpty();
  }

  @Test
  void withoutTagsNothingIsKnown() {
    fixture.run("shop", 3, WRITE);
    assertThat(sites("shop", WRITE)).isEmpty();
  }
}
