package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.config.ConfigurationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of November 2026 stand for times; {@code -} is not said. */
class DeployTimesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // service, module a, module b, appended, --deployed, result
    "-, -, -, -, -, -",
    "10, -, -, -, -, 10",
    "10, 12, -, -, -, 10",
    "10, 12, 11, -, -, 10",
    "12, 10, -, -, -, 10",
    "-, 12, -, -, -, -",
    "-, 12, 11, -, -, 11",
    "10, -, -, 12, -, 12",
    "12, -, -, 10, -, 12",
    "-, -, -, 12, -, 12",
    "12, 11, 10, 9, 8, 8",
    "-, -, -, -, 8, 8",
  })
  void theLaterOfWhatIsWrittenAndAppendedCountsUnlessAsked(
      String service, String one, String two, String appended, String asked, String expected)
      throws Exception {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "services:\n  - {name: app"
            + deployed(service)
            + ", modules: [{name: one"
            + deployed(one)
            + "}, {name: two"
            + deployed(two)
            + "}]}\ndeployments: d.csv\n");
    Files.writeString(
        folder.resolve("d.csv"), appended.equals("-") ? "" : time(appended) + ",app\n");
    SortedMap<String, Instant> said = new TreeMap<>();
    if (!asked.equals("-")) {
      said.put("app", Instant.parse(time(asked)));
    }
    SortedMap<String, Instant> times =
        DeployTimes.of(
            ConfigurationReader.read("watershed.yaml", folder),
            said,
            Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(times.containsKey("app") ? times.get("app").toString() : "-")
        .isEqualTo(expected.equals("-") ? "-" : Instant.parse(time(expected)).toString());
  }

  private static String deployed(String day) {
    return day.equals("-") ? "" : ", deployed: " + time(day);
  }

  private static String time(String day) {
    return "2026-11-" + (day.length() == 1 ? "0" : "") + day + "T00:00:00Z";
  }
}
