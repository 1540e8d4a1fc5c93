package dev.watershed.reports;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;

/** A small workload of a shop: three services, five digests, two kinds of issues. */
public final class Shop {

  private Shop() {}

  /** One hour of it. */
  public static WorkloadFixture workload() {
    return new WorkloadFixture()
        .sources(new SourceFile("/var/log/mysql/slow.log", 12_345_678, 1_226, 3))
        .schema("market")
        .user("booking")
        .statement(
            "SELECT id, amount FROM orders WHERE member_id = 7 AND status = 'paid'"
                + " ORDER BY created_at DESC LIMIT 20")
        .rows(20, 150_082)
        .at("2026-11-23T18:00:10Z")
        .run(repeat(900, 38_000))
        .run(repeat(100, 212_000))
        .run(9_100_000)
        .user("search")
        .statement(
            "SELECT p.*, a.name FROM plans p JOIN areas a ON a.code = p.area_code"
                + " WHERE p.area_code = 'X' AND p.price < 100")
        .rows(61, 20_000)
        .at("2026-11-23T18:20:00Z")
        .run(repeat(100, 22_000))
        .run(1_900_000)
        .user("payment")
        .statement("UPDATE orders SET status = 'paid' WHERE id = 1")
        .rows(0, 1)
        .lockMicros(3)
        .at("2026-11-23T18:59:59Z")
        .run(repeat(100, 950))
        .statement("COMMIT")
        .rows(0, 0)
        .lockMicros(0)
        .run(repeat(20, 9))
        .user("")
        .schema("")
        .statement("SELECT 1")
        .rows(1, 1)
        .run(4, 5, 6)
        .issue(IssueReason.INHERITED_SCHEMA, 1_204, 1_022)
        .issue(IssueReason.THROTTLED, 17, 88_120_334);
  }

  private static long[] repeat(int times, long micros) {
    long[] all = new long[times];
    java.util.Arrays.fill(all, micros);
    return all;
  }
}
