package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.io.IOException;
import java.io.OutputStream;

public final class DigestPage {
  private DigestPage() {}

  public static void write(
      WorkloadFacts facts, dev.watershed.reports.ReportContext context, OutputStream stream)
      throws IOException {
    stream.write(
        ("<!doctype html>" + facts.digestCount())
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
