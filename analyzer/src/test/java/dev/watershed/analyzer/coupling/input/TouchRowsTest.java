package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.attribution.ServerEstimates;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.junit.jupiter.api.Test;

class TouchRowsTest {

  private static final String WRITE = "UPDATE shop.items SET a = 1";
  private static final String READ = "SELECT a FROM shop.items";

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of(), List.of())
          .service("admin", List.of(), List.of())
          .tables("shop.items");

  private static long digest(String sql) {
    return Fingerprints.of(sql, SqlMode.standard()).digest();
  }

  private static void seen(ObservationsBuilder observed, String user, long times) {
    Attribution.Key key = new Attribution.Key(digest(WRITE), new Origin(user, "", List.of()));
    observed.attribution().add(key, Figure.SAMPLES, times);
    observed.attribution().add(key, Figure.EXECUTIONS, times);
    observed.attribution().add(key, Figure.SAMPLED_MICROS, times * 1_000_000);
    observed.attribution().add(key, Figure.COUNT_VARIANCE_MILLIONTHS, times * 1_000_000);
  }

  /** Counters do not say whose statements are: shares by samples, and the rest is nobody's. */
  @Test
  void whatCountersShowIsSharedBySamples() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    seen(observed, "booking", 30);
    seen(observed, "admin", 10);
    LongLongHashMap counted = new LongLongHashMap();
    counted.put(digest(WRITE), 400_000);
    counted.put(digest(READ), 100_000);
    CouplingInput input =
        fixture
            .run("", 400, WRITE)
            .run("", 100, READ)
            .estimate(
                ServerEstimates.estimate("db", observed.build(), counted, fixture.mapping(), ""))
            .server("db")
            .build();
    Touches touches = input.touches();
    assertThat(touches.size()).isEqualTo(3);
    double calls = 0;
    for (int row = 0; row < touches.size(); row++) {
      calls += touches.calls(row);
    }
    assertThat(calls).isCloseTo(500, within(1e-6));
    assertThat(input.parties().name(touches.party(0))).isEqualTo("admin");
    assertThat(touches.calls(0)).isCloseTo(100, within(1e-6));
    assertThat(touches.estimated(0)).isTrue();
    assertThat(touches.timeMicros(0)).isCloseTo(100_000, within(1e-6));
    assertThat(input.parties().name(touches.party(2))).isEqualTo(Parties.UNSEEN);
    assertThat(touches.calls(2)).isEqualTo(100);
    assertThat(touches.estimated(2)).isFalse();
    assertThat(input.quality().sampled().get(0).samples()).isEqualTo(40);
    assertThat(input.quality().accounts()).isEmpty();
  }

  @Test
  void withoutSamplesNothingHasAService() {
    CouplingInput input =
        fixture
            .run("", 7, WRITE)
            .estimate(
                ServerEstimates.estimate(
                    "db",
                    new ObservationsBuilder(ObservationBounds.standard()).build(),
                    new LongLongHashMap(),
                    fixture.mapping(),
                    ""))
            .server("db")
            .build();
    assertThat(input.touches().size()).isEqualTo(1);
    assertThat(input.touches().party(0)).isEqualTo(input.parties().unseen());
  }

  @Test
  void whatALogShowsIsNoEstimate() {
    CouplingInput input = fixture.run("admin", 3, WRITE).server("db").build();
    assertThat(input.touches().timeMicros(0)).isEqualTo(3_000);
    assertThat(input.touches().estimated(0)).isFalse();
  }
}
