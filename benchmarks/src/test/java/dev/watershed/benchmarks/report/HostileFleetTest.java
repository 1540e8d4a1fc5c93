package dev.watershed.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.proof.Watershed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hostile texts from logs, a catalog and a configuration, all the way into the report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class HostileFleetTest {

  private static final int MIXED = 60;
  private static final String SERVICE = "</script><img src=x onerror=window.hacked=1>";

  private ReportBrowser browser;
  private Path folder;

  @BeforeAll
  void write(ReportBrowser shared, @TempDir Path written) throws IOException {
    browser = shared;
    folder = written;
    Files.write(folder.resolve("slow.log"), log());
    Files.writeString(folder.resolve("all.sql"), definitions());
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: all, slowLog: slow.log, longQueryTimeSeconds: 0, timeZone: UTC, catalog: all.sql}
        services:
          - {name: "%s", match: {users: ["app*"]}, owns: ["shop.*"]}
        """
            .formatted(SERVICE));
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    for (String language : ExampleReport.LANGUAGES) {
      watershed.run(
          "report", "-c", "watershed.yaml", "--lang", language, "--out", language + ".html");
    }
  }

  /** Names within back-ticks, with those doubled that they have, and no line breaks. */
  private static String name(String text) {
    return "`" + text.replace("`", "``").replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip() + "`";
  }

  private static List<String> names() {
    return HostileTexts.corpus(MIXED, 2).stream()
        .filter(text -> text.length() < 60 && name(text).length() > 2)
        .toList();
  }

  private static String definitions() {
    StringBuilder text = new StringBuilder("USE shop;\n");
    int number = 0;
    for (String name : names()) {
      text.append("CREATE TABLE ").append(name(name + number++)).append(" (id int PRIMARY KEY);\n");
    }
    return text.toString();
  }

  private static byte[] log() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    int second = 0;
    for (String name : names()) {
      event(
          log,
          second,
          "app<script>" + second,
          "SELECT id FROM "
              + name(name + second)
              + " WHERE id = 1 ORDER BY '"
              + name.replace("'", "''")
              + "'");
      second++;
    }
    event(
        log,
        second++,
        "app",
        "SELECT /* "
            + "<b onclick=window.hacked=1>".repeat(1)
            + " */ '"
            + HostileTexts.million().replace("'", "''")
            + "' FROM `"
            + "x".repeat(60)
            + "`");
    event(log, second, "app", "SELECT id AS `\u00ff` FROM t WHERE a = 1");
    // What is no UTF-8.
    log.write(
        "# Time: 2026-11-23T02:30:00.000000Z\n# User@Host: app[app] @ host [10.0.0.1]  Id: 1\n# Query_time: 0.5  Lock_time: 0.000001 Rows_sent: 1  Rows_examined: 1\nuse shop;\nSET timestamp=1763865000;\nSELECT `"
            .getBytes(StandardCharsets.UTF_8));
    log.write(
        new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
    log.write("` FROM t;\n".getBytes(StandardCharsets.UTF_8));
    return log.toByteArray();
  }

  private static void event(ByteArrayOutputStream log, int second, String user, String sql)
      throws IOException {
    log.write(
        String.format(
                Locale.ROOT,
                "# Time: 2026-11-23T02:%02d:%02d.000000Z%n# User@Host: %s[%s] @ host [10.0.0.1]  Id: 1%n"
                    + "# Query_time: 0.05  Lock_time: 0.000001 Rows_sent: 1  Rows_examined: 100%n"
                    + "use shop;%nSET timestamp=%d;%n%s;%n",
                second / 60,
                second % 60,
                user,
                user,
                1_763_863_200L + second,
                sql)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingRunsInAnySectionOrPage() {
    for (String language : ExampleReport.LANGUAGES) {
      try (ReportView view =
          browser.open(folder.resolve(language + ".html"), ReaderSettings.desktop())) {
        List<String> sections =
            view.texts("[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))");
        for (String section : sections) {
          view.go(section);
          List<String> pages =
              view.texts(
                  "[...new Set([...document.querySelectorAll('main a')].map(a => a.hash.slice(1))"
                      + ".filter(hash => hash.includes('/')))].slice(0, 100)");
          for (String page : pages) {
            view.go(page);
            assertThat(view.text("document.querySelector('.entity h2').textContent"))
                .as(page)
                .isNotEmpty();
          }
        }
        view.go("statements");
        assertThat(view.page().locator("#statements tbody tr:not(.space)").count())
            .isGreaterThan(20);
        assertThat(view.text("document.getElementById('statements').textContent"))
            .contains(SERVICE);
        assertThat(view.problems()).isEmpty();
      }
    }
  }
}
