package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.json.CollectJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectTextTest {

  private static final List<CollectedSource> SOURCES =
      List.of(
          new CollectedSource("booking-1", "slowlog", 1, 20_937, List.of(), List.of()),
          new CollectedSource("booking-1", "perfschema", 2, 3, List.of(), List.of()),
          new CollectedSource(
              "plan\u001b-1", "slowlog", 0, 1, List.of("late"), List.of("slow.log: gone")));

  @Test
  void aLinePerSource() {
    assertThat(CollectText.render(SOURCES))
        .startsWith("booking-1 slowlog: 20,937 statements in 1 window\n")
        .contains("\nbooking-1 perfschema: 3 statements in 2 windows\n")
        .endsWith(": 1 statement in 0 windows, failed (see above)\n")
        .doesNotContain("\u001b");
  }

  @Test
  void theSameForMachines() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    CollectJson.write(SOURCES, stream);
    assertThat(stream.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
        .startsWith("{\"format\":\"watershed.collect/1\",\"servers\":[{\"server\":\"booking-1\",")
        .contains("\"server\":\"booking-1\",\"source\":\"perfschema\",\"windows\":2,")
        .contains("\"windows\":1,\"eventsRead\":20937,\"notes\":[],\"failures\":[]}")
        .contains("\"notes\":[\"late\"],\"failures\":[\"slow.log:gone\"]")
        .doesNotContain("\u001b");
  }
}
