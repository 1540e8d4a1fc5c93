package dev.watershed.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisedScriptTest {

  @TempDir Path folder;

  @Test
  void takesWhatIsSureByServer() throws IOException {
    Path script = folder.resolve("advice.sql");
    Files.writeString(
        script,
        """
        -- server booking-1 9.7.4

        -- index-1: add shop.orders (member_id, created_at)
        ALTER TABLE `shop`.`orders` ADD INDEX `idx_a` (`member_id`, `created_at` DESC), ALGORITHM=INPLACE, LOCK=NONE;
        -- ALTER TABLE `shop`.`drafts` ADD INDEX `idx_b` (`state`), ALGORITHM=INPLACE, LOCK=NONE;
        ALTER TABLE `shop`.`lines` ALTER INDEX `k` INVISIBLE;

        -- server content-1 10.11.18-MariaDB
        ALTER TABLE `review`.`reviews` ADD INDEX `idx_c` (`name`(20)), ALGORITHM=INPLACE, LOCK=NONE;
        """);
    assertThat(AdvisedScript.read(script))
        .containsEntry(
            "booking-1",
            List.of(
                new IndexName(
                    "shop", "orders", "advised_1", List.of("`member_id`", "`created_at` DESC"))))
        .containsEntry(
            "content-1",
            List.of(new IndexName("review", "reviews", "advised_1", List.of("`name`(20)"))));
  }
}
