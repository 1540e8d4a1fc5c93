package dev.watershed.sql.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivePlanTest {

  @Test
  void anImageAtHandIsRun() {
    DockerState docker = DockerState.with(Product.MYSQL.image(), Product.MARIADB.image());

    assertThat(LivePlan.of(Product.MYSQL, docker))
        .isEqualTo(new LivePlan.Container("watershed/mysql:9.7"));
    assertThat(LivePlan.of(Product.MARIADB, docker))
        .isEqualTo(new LivePlan.Container("watershed/mariadb:10.11"));
  }

  @Test
  void withoutDockerMariaDbRunsEmbeddedAndMySqlSaysWhyNot() {
    DockerState docker = DockerState.without("no Docker daemon answers");

    assertThat(LivePlan.of(Product.MARIADB, docker).missing()).isEmpty();
    assertThat(LivePlan.of(Product.MYSQL, docker).missing()).contains("no Docker daemon answers");
  }

  @Test
  void aMissingImageNamesTheWayOut() {
    LivePlan plan = LivePlan.of(Product.MYSQL, DockerState.with("other:1"));

    assertThat(plan.missing()).hasValueSatisfying(r -> assertThat(r).contains(".ci/images/build"));
    assertThatThrownBy(() -> plan.start(Product.MYSQL, List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyKnownWordsSetTheMode() {
    assertThat(LiveMode.of(Optional.empty())).isEqualTo(LiveMode.OPTIONAL);
    assertThat(LiveMode.of(Optional.of(""))).isEqualTo(LiveMode.OPTIONAL);
    assertThat(LiveMode.of(Optional.of("required"))).isEqualTo(LiveMode.REQUIRED);
    assertThatThrownBy(() -> LiveMode.of(Optional.of("Required")))
        .hasMessageContaining("WATERSHED_LIVE");
  }
}
