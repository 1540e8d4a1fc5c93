package dev.watershed.reports.review.document;

import dev.watershed.reports.PageSecurity;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageContent;
import dev.watershed.reports.review.form.PageHead;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Pages;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.template.JtereviewGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the report as one file. */
public final class ReviewPage {

  private static final String FOLDER = "/dev/watershed/reports/review/";

  /** In the order in which they build on each other. */
  static final List<String> SCRIPTS =
      List.of(
          "units.js",
          "data.js",
          "draw.js",
          "table.js",
          "layers.js",
          "matrix.js",
          "seam.js",
          "ego.js",
          "entity.js",
          "route.js");

  private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private ReviewPage() {}

  /**
   * Writes a page in UTF-8 and leaves the stream open.
   *
   * @param unlisted tables that no section shows, for the pages of things
   */
  public static void write(
      PageHead head,
      List<Section> sections,
      List<DataTable> unlisted,
      PageWords words,
      OutputStream stream)
      throws IOException {
    List<DataTable> tables = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    sections.forEach(section -> section.blocks().forEach(block -> collect(block, blocks)));
    blocks.stream()
        .filter(Block.Listing.class::isInstance)
        .forEach(block -> tables.add(((Block.Listing) block).table()));
    tables.addAll(unlisted);
    String style = resource(CHARTS + "uPlot.min.css") + compact(resource(FOLDER + "review.css"));
    StringBuilder script = new StringBuilder("'use strict';\n");
    script.append(resource(CHARTS + "uPlot.iife.min.js")).append('\n');
    script.append("(() => {\n");
    for (String name : SCRIPTS) {
      script.append(compact(resource(FOLDER + name)));
    }
    script.append("})();\n");
    PageContent content =
        new PageContent(
            PageSecurity.policyFor(style, script.toString()),
            style,
            script.toString(),
            PageData.of(tables, blocks, words),
            head,
            sections,
            Pages.of(tables),
            words);
    Utf8ByteOutput output = new Utf8ByteOutput();
    JtereviewGenerated.render(new OwaspHtmlTemplateOutput(output), null, content);
    output.writeTo(stream);
  }

  /** A script or style without what only its readers need: indentation, and lines of comment. */
  private static String compact(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !(line.startsWith("/*") && line.endsWith("*/")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void collect(Block block, List<Block> blocks) {
    if (block instanceof Block.Pair pair) {
      collect(pair.left(), blocks);
      collect(pair.right(), blocks);
    } else {
      blocks.add(block);
    }
  }

  private static String resource(String path) throws IOException {
    try (InputStream resource = ReviewPage.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IOException("the resource " + path + " is missing");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
