package dev.watershed.reports.check;

import dev.watershed.reports.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Test cases as JUnit XML in UTF-8. Characters that XML 1.0 has no way to write become visible. */
final class JUnitXml {

  private static final String NAME = "watershed check";

  private JUnitXml() {}

  /**
   * Writes a document and leaves the stream open.
   *
   * @param suites the cases of each suite, in order
   */
  static void write(Map<String, List<JUnitCase>> suites, OutputStream stream) throws IOException {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    List<JUnitCase> all = suites.values().stream().flatMap(Collection::stream).toList();
    xml.append("<testsuites").append(attribute("name", NAME)).append(sums(all)).append(">\n");
    suites.forEach((suite, cases) -> suite(suite, cases, xml));
    xml.append("</testsuites>\n");
    stream.write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void suite(String name, List<JUnitCase> cases, StringBuilder xml) {
    xml.append("  <testsuite").append(attribute("name", name)).append(sums(cases)).append(">\n");
    cases.forEach(each -> testCase(name, each, xml));
    xml.append("  </testsuite>\n");
  }

  private static void testCase(String suite, JUnitCase each, StringBuilder xml) {
    xml.append("    <testcase")
        .append(attribute("name", each.name()))
        .append(attribute("classname", "watershed." + suite))
        .append(each.file().isEmpty() ? "" : attribute("file", each.file()))
        .append(">\n");
    switch (each.outcome()) {
      case FAILED -> outcome("failure", each, xml);
      case ERROR -> outcome("error", each, xml);
      case SKIPPED -> {
        xml.append("      <skipped").append(attribute("message", each.message())).append("/>\n");
        output(each.details(), xml);
      }
      case PASSED ->
          output(each.details().isEmpty() ? each.message() : each.message() + rest(each), xml);
    }
    xml.append("    </testcase>\n");
  }

  /** The details without the line that the message says. */
  private static String rest(JUnitCase each) {
    int first = each.details().indexOf('\n');
    return first < 0 ? "" : each.details().substring(first);
  }

  private static void outcome(String element, JUnitCase each, StringBuilder xml) {
    xml.append("      <")
        .append(element)
        .append(attribute("type", each.type()))
        .append(attribute("message", each.message()))
        .append('>')
        .append(lines(each.details()))
        .append("</")
        .append(element)
        .append(">\n");
  }

  private static void output(String text, StringBuilder xml) {
    if (!text.isEmpty()) {
      xml.append("      <system-out>").append(lines(text)).append("</system-out>\n");
    }
  }

  private static String sums(List<JUnitCase> cases) {
    return attribute("tests", String.valueOf(cases.size()))
        + attribute("failures", count(cases, JUnitOutcome.FAILED))
        + attribute("errors", count(cases, JUnitOutcome.ERROR))
        + attribute("skipped", count(cases, JUnitOutcome.SKIPPED));
  }

  private static String count(List<JUnitCase> cases, JUnitOutcome outcome) {
    return String.valueOf(cases.stream().filter(each -> each.outcome() == outcome).count());
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(VisibleText.of(value)) + "\"";
  }

  private static String lines(String text) {
    return String.join("\n", text.lines().map(line -> escaped(VisibleText.of(line))).toList());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
