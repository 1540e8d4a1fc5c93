package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.CollectedCatalog;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import dev.watershed.reports.json.CollectJson;
import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectTextTest {

  private static final List<CollectedSource> SOURCES =
      List.of(
          new CollectedSource("booking-1", "slowlog", 1, 20_937, List.of(), List.of()),
          new CollectedSource("booking-1", "perfschema", 2, 3, List.of(), List.of()),
          new CollectedSource(
              "plan\u001b-1", "slowlog", 0, 1, List.of("late"), List.of("slow.log: gone")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | 3 | 0 | 0 | 2,100 tables, 1 index, 1 view, 2 events in 14 schemas, new, 1 gap",
        "false | 0 | 0 | 0 | 2,100 tables, 1 index, 1 view, 2 events in 14 schemas, unchanged, 1 gap",
        "false | 1 | 0 | 9 | 2,100 tables, 1 index, 1 view, 2 events in 14 schemas, 1 added, 9 removed,"
            + " 1 gap",
      })
  void aCatalogSaysWhatItHolds(
      boolean first, int added, int changed, int removed, String expected) {
    CollectedCatalog catalog =
        new CollectedCatalog(
            new CatalogSize(14, 2_100, 1, 1, 0, 0, 2),
            new CatalogChange(first, added, changed, removed),
            List.of(new CatalogGap("triggers", "unknown")));
    assertThat(CollectText.render(List.of(source(Optional.of(catalog)))))
        .isEqualTo("booking-1: " + expected + "\n");
  }

  @Test
  void aCatalogThatWasNotReadIsNoEmptyOne() {
    assertThat(CollectText.render(List.of(source(Optional.empty()))))
        .isEqualTo("booking-1: not read\n");
  }

  @Test
  void programsReadTheCatalogAsWell() throws IOException {
    CollectedCatalog catalog =
        new CollectedCatalog(
            new CatalogSize(1, 2, 3, 4, 5, 6, 7),
            new CatalogChange(false, 8, 9, 10),
            List.of(new CatalogGap("triggers", "unknown")));
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    CollectJson.write(List.of(source(Optional.of(catalog))), stream);
    assertThat(stream.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
        .contains(
            "\"catalog\":{\"schemas\":1,\"tables\":2,\"indexes\":3,\"views\":4,\"triggers\":5,"
                + "\"routines\":6,\"events\":7,\"first\":false,\"added\":8,\"changed\":9,"
                + "\"removed\":10,\"gaps\":[{\"place\":\"triggers\",\"reason\":\"unknown\"}]}");
  }

  private static CollectedSource source(Optional<CollectedCatalog> catalog) {
    return new CollectedSource(
        "booking-1", "catalog", 1, 0, List.of(), List.of(), MissedLooks.NONE, catalog);
  }

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
        .contains(
            "\"windows\":1,\"eventsRead\":20937,\"notes\":[],\"failures\":[],"
                + "\"missedLooks\":{\"count\":0,\"reasons\":[]},\"catalog\":null}")
        .contains("\"notes\":[\"late\"],\"failures\":[\"slow.log:gone\"]")
        .doesNotContain("\u001b");
  }

  /** A source that answers again is not one that always did. */
  @Test
  void looksThatFailedBeforeAreSaid() throws IOException {
    MissedLooks missed = MissedLooks.NONE.and(2, List.of("away")).and(0, List.of("never"));
    CollectedSource source =
        new CollectedSource(
            "booking-1", "perfschema", 1, 7, List.of(), List.of(), missed, Optional.empty());
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    CollectJson.write(List.of(source), stream);

    assertThat(source.complete()).isFalse();
    assertThat(CollectText.render(List.of(source)))
        .isEqualTo("booking-1: 7 statements in 1 window, 2 looks failed (see above)\n");
    assertThat(stream.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
        .contains("\"failures\":[],\"missedLooks\":{\"count\":2,\"reasons\":[\"away\"]}");
  }
}
