package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No value gets into a snapshot, even where the store keeps literals. A marker stands in each place
 * that can hold one; all bytes of the file are searched for them, those that are compressed as
 * well.
 */
class SnapshotPrivacyTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final Pattern MARKER = Pattern.compile("m4rk[a-z]+?(?=m4rk|[^a-z])");
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  /** What the store holds, as the test of the test. */
  private static final List<String> STORED =
      List.of(
          "m4rkdefault",
          "m4rkexpressiondefault",
          "m4rkgenerated",
          "m4rkcheck",
          "m4rkindexpart",
          "m4rkbound",
          "m4rkenum",
          "m4rkset",
          "m4rkview",
          "m4rktrigger",
          "m4rkprocedure",
          "m4rkparameter",
          "m4rkfunction",
          "m4rkreturns",
          "m4rkevent",
          "m4rkbackslash",
          "m4rkdouble",
          "m4rkliteral",
          "m4rkaccount",
          "m4rkstranger",
          "m4rktag",
          "m4rkpath",
          "m4rkkeyaccount",
          "m4rkownrule",
          "m4rkowndetail",
          "m4rkunsure",
          "m4rkearlier");

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        CREATE DATABASE shop;
        USE shop;
        CREATE TABLE items (
          id int PRIMARY KEY,
          a varchar(40) DEFAULT 'm4rkdefault' COMMENT 'm4rkcolumncomment',
          b varchar(40) DEFAULT (concat('m4rkexpressiondefault', a)),
          c varchar(90) GENERATED ALWAYS AS (concat(a, 'm4rkgenerated')) STORED,
          d enum('m4rkenum', 'other') NOT NULL,
          e set('m4rkset', 'b''c') DEFAULT NULL,
          f datetime DEFAULT CURRENT_TIMESTAMP,
          CONSTRAINT checked CHECK (a <> 'm4rkcheck'),
          KEY by_part ((concat(a, 'm4rkindexpart')))
        ) COMMENT='m4rktablecomment';
        CREATE TABLE parts (id varchar(40) NOT NULL)
          PARTITION BY RANGE COLUMNS (id) (
            PARTITION p0 VALUES LESS THAN ('m4rkbound'),
            PARTITION p1 VALUES LESS THAN (MAXVALUE));
        CREATE VIEW seen AS SELECT id FROM items WHERE a = 'm4rkview';
        CREATE VIEW doubled AS SELECT id FROM items WHERE a = "m4rkdouble";
        DELIMITER ;;
        CREATE TRIGGER fires AFTER INSERT ON items FOR EACH ROW
          INSERT INTO parts VALUES ('m4rktrigger');;
        CREATE PROCEDURE does(IN p enum('m4rkparameter')) UPDATE parts SET id = 'm4rkprocedure';;
        CREATE PROCEDURE slashes() UPDATE parts SET id = 'a\\'; SET @x = 'm4rkbackslash';;
        CREATE FUNCTION gives() RETURNS enum('m4rkreturns') DETERMINISTIC RETURN 'm4rkfunction';;
        CREATE EVENT cleans ON SCHEDULE EVERY 1 DAY DO DELETE FROM parts WHERE id = 'm4rkevent';;
        DELIMITER ;
        """);
    StringBuilder log = new StringBuilder();
    event(log, "m4rkaccount", 1, "UPDATE shop.items SET a = 'm4rkliteral' WHERE id = 77");
    event(log, "m4rkaccount", 2, "SELECT a FROM items /* controller='m4rktag' */ WHERE id = 5");
    event(log, "m4rkstranger", 3, "SELECT b FROM shop.items WHERE a = \"m4rkquoted\"");
    event(log, "m4rkstranger", 4, "CREATE USER 'm4rkuser'@'m4rkhost' IDENTIFIED BY 'm4rkpassword'");
    Files.writeString(folder.resolve("m4rkpath.log"), log);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        samples: raw
        servers:
          - {name: shop-1, slowLog: m4rkpath.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - name: shop
            match: {users: [m4rkaccount]}
            owns: ["shop.*"]
            modules:
              - {name: pages, match: {comments: {controller: "m4rk*"}}}
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
    Files.createDirectory(folder.resolve("workload/verdicts"));
    Files.writeString(
        folder.resolve("workload/verdicts/20261122T020000Z.verdicts"),
        """
        watershed.verdicts/1
        from 2026-11-21T02:00:00Z
        until 2026-11-22T02:00:00Z
        rule full-scans
        rule m4rkownrule
        unsure budget-p95 m4rkunsure
        key full-scans:m4rkkeyaccount:shop.items:0123456789abcdef
        key full-scans:shop:shop.items:0123456789abcdef
        key m4rkownrule:shop:shop.items:m4rkowndetail
        earlier full-scans:shop:m4rkearlier
        end 10
        """);
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "shop.snapshot");
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
  }

  private static void event(StringBuilder log, String user, int second, String sql) {
    SlowLogText.event(log, user, START.plusSeconds(second), sql);
  }

  @Test
  void noMarkerIsInTheBytes() throws IOException {
    TreeSet<String> stored = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder.resolve("workload"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        stored.addAll(markers(Files.readAllBytes(file)));
      }
    }
    assertThat(stored).containsAll(STORED);
    byte[] snapshot = Files.readAllBytes(folder.resolve("shop.snapshot"));
    assertThat(markers(snapshot)).isEmpty();
    String all = unpacked(snapshot);
    assertThat(all)
        .doesNotContain("10.0.0.1", "10.0.0.0")
        .contains("shop-1", "UPDATE", "by_part", "full-scans:shop:shop.items:0123456789abcdef");
  }

  @Test
  void whatAnalysesNeedIsThere() {
    run.execute("explain", "shop.items", "-c", "watershed.yaml", "--snapshot", "shop.snapshot");
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
    assertThat(run.output())
        .contains("enum('?','?')", "set('?','?')", "CURRENT_TIMESTAMP", "shop", "by_part")
        .contains("fires");
    assertThat(MARKER.matcher(run.output()).find()).isFalse();
    run.execute("owners", "-c", "watershed.yaml", "--snapshot", "shop.snapshot", "--modules");
    assertThat(run.output()).contains("4 tables: 4 declared", "shop/pages");
  }

  private static TreeSet<String> markers(byte[] bytes) {
    TreeSet<String> found = new TreeSet<>();
    MARKER.matcher(unpacked(bytes)).results().forEach(match -> found.add(match.group()));
    return found;
  }

  /** All bytes, and behind them those of every compressed frame. */
  private static String unpacked(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    for (int at = 0; at + ZSTD.length <= bytes.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + ZSTD.length, ZSTD, 0, ZSTD.length)) {
        all.writeBytes(frame(bytes, at));
      }
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static byte[] frame(byte[] bytes, int at) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayInputStream from = new ByteArrayInputStream(bytes, at, bytes.length - at);
    try (ZstdInputStream frame = new ZstdInputStream(from)) {
      for (int next = frame.read(); next >= 0; next = frame.read()) {
        content.write(next);
      }
    } catch (IOException endOfFrame) {
      // Behind the frame other bytes follow; what was read is the whole frame.
      assertThat(content.size()).isPositive();
    }
    return content.toByteArray();
  }
}
