package dev.watershed.reports.html;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.ranking.WorkloadInference;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.reports.ReportContext;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The answer of {@code digest} or {@code report} as one self-contained page. */
public final class DigestPage {

  private static final String STYLE = "digest.css";

  private DigestPage() {}

  /** Writes the page about logs in UTF-8 and leaves the stream open. */
  public static void write(WorkloadFacts facts, ReportContext context, OutputStream stream)
      throws IOException {
    write(new PageMaker(facts, context).page(style(), Optional.empty()), stream);
  }

  /** Writes the page about a store without inferred tables likewise. */
  public static void write(SpanFacts facts, ReportContext context, OutputStream stream)
      throws IOException {
    write(facts, Optional.empty(), context, stream);
  }

  /**
   * Writes the page about a store likewise.
   *
   * @param inference what statements touch without naming it
   */
  public static void write(
      SpanFacts facts,
      Optional<WorkloadInference> inference,
      ReportContext context,
      OutputStream stream)
      throws IOException {
    Optional<FleetLoad> estimate = Optional.of(facts.services()).filter(FleetLoad::estimated);
    PageMaker maker = new PageMaker(facts.ranking(), inference, context, estimate);
    write(maker.page(style(), Optional.of(StoreSections.of(facts))), stream);
  }

  private static void write(PageModel page, OutputStream stream) throws IOException {
    Utf8ByteOutput output = new Utf8ByteOutput();
    JtedigestGenerated.render(new OwaspHtmlTemplateOutput(output), null, page);
    output.writeTo(stream);
  }

  private static String style() throws IOException {
    try (InputStream style = DigestPage.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IOException("the style sheet " + STYLE + " is missing in the jar");
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
