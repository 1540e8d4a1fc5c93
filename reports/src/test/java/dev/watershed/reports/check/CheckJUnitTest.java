package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.rules.gate.GateResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** JUnit XML, as a parser reads it and against the shape that Jenkins and GitLab share. */
class CheckJUnitTest {

  static List<GateResult> results() {
    return SarifSchemaTest.results();
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyResultHasTheShapeAndItsSums(GateResult result) throws Exception {
    Document document = parsed(result);
    SchemaFactory.newDefaultInstance()
        .newSchema(CheckJUnitTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new DOMSource(document));
    Element root = document.getDocumentElement();
    assertThat(root.getAttribute("failures")).isEqualTo(count(root, "failure"));
    assertThat(root.getAttribute("errors")).isEqualTo(count(root, "error"));
    assertThat(root.getAttribute("skipped")).isEqualTo(count(root, "skipped"));
    assertThat(root.getAttribute("tests")).isEqualTo(count(root, "testcase"));
  }

  @Test
  void onlyWhatFailsTheGateIsAFailure() throws Exception {
    Element root = parsed(GateFixture.all()).getDocumentElement();
    assertThat(root.getAttribute("failures")).isEqualTo("2");
    assertThat(parsed(GateFixture.clean()).getDocumentElement().getAttribute("tests"))
        .isEqualTo("1");
    assertThat(parsed(GateFixture.blind()).getDocumentElement().getAttribute("errors"))
        .isEqualTo("2");
  }

  @Test
  void hostileTextsArriveVisible() throws Exception {
    Element failure =
        (Element)
            parsed(GateFixture.hostile())
                .getDocumentElement()
                .getElementsByTagName("failure")
                .item(0);
    assertThat(failure.getAttribute("message"))
        .startsWith(
            "error: a|b`c`<img src=x onerror=alert(1)>]]>\"'&amp;␊::error::owned␍␊##[error]x␛[31m")
        .endsWith("<U+D800><U+FFFF>");
  }

  private static String count(Element root, String name) {
    return String.valueOf(root.getElementsByTagName(name).getLength());
  }

  private static Document parsed(GateResult result) throws Exception {
    String xml = written(result);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String written(GateResult result) throws IOException {
    return Written.of(stream -> new CheckJUnit(GateFixture.PLACES).write(result, stream));
  }
}
