package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private static final WorkloadBounds WIDE = WorkloadBounds.ofNames(9, 200_000, 9, 9, 9);

  private final WorkloadBuilder builder = new WorkloadBuilder(WIDE);
  private final Origins origins = new Origins(builder, List.of("app"), 24);

  @Test
  void anOriginIsTheAccountItsNetworkAndTheTagsThatAreWanted() {
    assertThat(origin("a[a] @  [10.2.3.4]", "app='x',other='y'"))
        .isEqualTo(new Origin("a", "10.2.3.0/24", List.of(new OriginTag("app", "x"))));
    assertThat(origin("a[a] @  [10.2.3.4]", ""))
        .isEqualTo(new Origin("a", "10.2.3.0/24", List.of()));
  }

  /** More of them than are remembered at a time. */
  @Test
  void everyOriginIsItsOwnHoweverManyThereAre() {
    for (int i = 0; i < 140_000; i++) {
      String account = "a" + i % 3;
      boolean tagged = i % 7 != 0;
      Origin found = origin(account + "[x] @ h []", tagged ? "app='v" + i + "'" : "");
      List<OriginTag> tags = tagged ? List.of(new OriginTag("app", "v" + i)) : List.of();
      assertThat(found.equals(new Origin(account, "h", tags))).as("%s", found).isTrue();
    }
  }

  private Origin origin(String user, String comment) {
    byte[] line = padded(user);
    byte[] tags = padded(comment);
    return builder.origin(
        origins.indexOf(
            line, 0, line.length - Words.PADDING, tags, 0, tags.length - Words.PADDING));
  }

  private static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + Words.PADDING);
  }
}
