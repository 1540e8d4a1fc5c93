package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.ExaminedServer;
import dev.watershed.reports.ExaminedServer.Lack;
import dev.watershed.reports.json.DoctorJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorTextTest {

  private static final List<ExaminedServer> SERVERS =
      List.of(
          new ExaminedServer("booking-1", Optional.of("9.7.4"), Optional.empty(), List.of()),
          new ExaminedServer(
              "booking-2",
              Optional.of("9.7.4\u001b"),
              Optional.empty(),
              List.of(
                  new Lack(
                      "process-grant",
                      "partial",
                      "The account has no PROCESS privilege.",
                      "Lock waits are unknown.",
                      List.of("GRANT PROCESS ON *.* TO 'w'@'%'"),
                      "At once."))),
          new ExaminedServer(
              "booking-3", Optional.empty(), Optional.of("nobody listens"), List.of()));

  @Test
  void theStatementStandsAloneToBeCopied() {
    assertThat(new DoctorText(new TextOptions(100, new Style(false))).render(SERVERS))
        .isEqualTo(
            """
            booking-1 (9.7.4): lacks nothing
            booking-2 (9.7.4\u241b): 1 lack
              partial  process-grant
                The account has no PROCESS privilege. Lock waits are unknown.
                  GRANT PROCESS ON *.* TO 'w'@'%';
                At once.
            booking-3: could not be asked: nobody listens
            """);
  }

  @Test
  void theSameForMachines() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    DoctorJson.write(SERVERS, stream);

    assertThat(stream.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
        .startsWith("{ \"format\" : \"watershed.doctor/1\", \"servers\" : [ { \"server\" :")
        .contains("\"version\" : \"9.7.4\", \"failure\" : null, \"lacks\" : [ ]")
        .contains(
            "\"statements\" : [ \"GRANT PROCESS ON *.* TO 'w'@'%'\" ], \"advice\" : \"At once.\"")
        .contains("\"version\" : null, \"failure\" : \"nobody listens\"")
        .doesNotContain("\u001b");
  }
}
