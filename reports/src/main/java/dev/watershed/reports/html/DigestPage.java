package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ReportContext;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer of {@code digest} as one self-contained page. */
public final class DigestPage {

  private static final String STYLE = "digest.css";

  private DigestPage() {}

  /** Writes the page about logs in UTF-8 and leaves the stream open. */
  public static void write(WorkloadFacts facts, ReportContext context, OutputStream stream)
      throws IOException {
    write(new PageMaker(facts, context).page(style()), stream);
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
