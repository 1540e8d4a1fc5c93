package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void theFirstTagOfAKeyCounts() {
    Origin origin =
        new Origin(
            "app",
            "10.0.0.0/24",
            List.of(
                new OriginTag("job", "nightly"),
                new OriginTag("action", "show"),
                new OriginTag("job", "hourly")));
    assertThat(origin.tag("action")).isEqualTo("show");
    assertThat(origin.tag("job")).as("in the order of values").isEqualTo("hourly");
    assertThat(origin.tag("controller")).isEmpty();
  }
}
