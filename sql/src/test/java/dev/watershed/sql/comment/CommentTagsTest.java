package dev.watershed.sql.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTagsTest {

  /** Tags are written as {@code [key=value]}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          key='value'                                       | [key=value]
          a='1',b='2',c='3'                                 | [a=1][b=2][c=3]
          ~  a = '1' , b='2'  ~                             | [a=1][b=2]
          a='1',                                            | [a=1]
          a=''                                              | [a=]
          controller='coupon%2Findex',route='%2Fparam%20*d' | [controller=coupon/index][route=/param *d]
          route%20parameter='x'                             | [route parameter=x]
          name='FOO%20\\'BAR'                               | [name=FOO 'BAR]
          name='a\\\\',b='c'                                | [name=a\\][b=c]
          name='a\\nb'                                      | [name=a\\nb]
          name='a+b%2Bc'                                    | [name=a b+c]
          name='%e4%bc%9A%E5%93%A1'                         | [name=会員]
          name='会員'                                       | [name=会員]
          name='100%',b='%zz',c='%4'                        | [name=100%][b=%zz][c=%4]
          name='a,b=\\'c\\',d'                              | [name=a,b='c',d]
          traceparent='00-5bd66ef5095369c7b0d1f8f4bd33716a-c532cb4098ac3dd2-01',tracestate='congo%3Dt61%2Crojo%3D00f0' | [traceparent=00-5bd66ef5095369c7b0d1f8f4bd33716a-c532cb4098ac3dd2-01][tracestate=congo=t61,rojo=00f0]
          db.system='mysql',x-id='1',_k~='2'                | [db.system=mysql][x-id=1][_k~=2]
          """)
  void sqlcommenter(String body, String tags) {
    assertThat(parsed(body)).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          application:x,controller:y,action:z               | [application=x][controller=y][action=z]
          ~ application:x, controller:y ,  action:z ~       | [application=x][controller=y][action=z]
          application:x                                     | [application=x]
          application:x,                                    | [application=x]
          application:x,controller:,action:z                | [application=x][action=z]
          application:web,line:/app/x.rb:12                 | [application=web][line=/app/x.rb:12]
          line:/app/x.rb:12:in`f'                           | [line=/app/x.rb:12:in`f']
          application:web,line:/app/x.rb:12:in 'block in f' | [application=web][line=/app/x.rb:12:in 'block in f']
          application:web,line:/x.rb:1:in 'f(a, b)',job:J   | [application=web][line=/x.rb:1:in 'f(a, b)'][job=J]
          application:web,endpoint_id:GET /api/:version/groups,db_config_name:main | [application=web][endpoint_id=GET /api/:version/groups][db_config_name=main]
          controller_with_namespace:Admin::UsersController,action:index | [controller_with_namespace=Admin::UsersController][action=index]
          application:50%25,db-name:a+b                     | [application=50%25][db-name=a+b]
          application:会員,job:a                            | [application=会員][job=a]
          """)
  void marginalia(String body, String tags) {
    assertThat(parsed(body)).isEqualTo(tags);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "=",
        ":",
        "'",
        "a",
        "ab:",
        ": x",
        "='x'",
        "todo: fix",
        "TODO: fix this, please",
        "note: a, b: c",
        "see http://example.com/a:b",
        "http://example.com/x",
        "https://example.com,ab:c",
        "fix:this is slow",
        "fix:this, then that",
        "at 12:30,then:x",
        "12:30",
        "C:\\temp",
        "a:b",
        "total:=1",
        "@x:=1",
        "mysql-connector-java-8.0.30 (Revision: 1de2fe873fe26189564c030a343885011412976a)",
        "ApplicationName=DBeaver 23.1.0 - Main",
        "key=value",
        "key=\"value\"",
        "key='value",
        "key='value\\'",
        "a='b' c",
        "a='b' c='d'",
        "a='b',c",
        "a='b',c=",
        "a='b',,c='d'",
        "where a='b'",
        "a='b' and c='d'",
        "a='1',b:2",
        "ab:1,b='2'",
        "ab cd:ef",
        "(ab:cd)",
        " + MAX_EXECUTION_TIME(1)",
        "\0",
        "ab\0:c",
        "\u3000ab:c"
      })
  void ordinaryCommentsHaveNoTags(String body) {
    assertThat(parsed(body)).isEmpty();
  }

  @Test
  void theRangeIsAllThatIsRead() {
    byte[] bytes = "SELECT 1 /*a='1',b='2'*/ FROM t".getBytes(StandardCharsets.UTF_8);
    assertThat(CommentTags.parse(bytes, 11, 22))
        .containsExactly(new CommentTag("a", "1"), new CommentTag("b", "2"));
    assertThat(CommentTags.parse(bytes, 11, 16)).containsExactly(new CommentTag("a", "1"));
    assertThat(CommentTags.parse(bytes, 11, 15)).isEmpty();
    assertThat(CommentTags.parse(bytes, 11, 11)).isEmpty();
  }

  @Test
  void brokenUtf8IsReplaced() {
    byte[] bytes = {'a', 'b', ':', (byte) 0xff};
    assertThat(CommentTags.parse(bytes, 0, 4)).containsExactly(new CommentTag("ab", "\ufffd"));
    assertThat(parsed("ab='%ff'")).isEqualTo("[ab=\ufffd]");
  }

  @Test
  void tagsBeyondTheBoundAreIgnored() {
    String many = "ab:c,".repeat(100_000) + "ab:c";
    assertThat(CommentTags.parse(many.getBytes(StandardCharsets.UTF_8), 0, many.length()))
        .hasSize(CommentTags.MOST_TAGS);
    String quoted = many.replace(":c", "='c'");
    assertThat(CommentTags.parse(quoted.getBytes(StandardCharsets.UTF_8), 0, quoted.length()))
        .hasSize(CommentTags.MOST_TAGS);
  }

  @Test
  void aTagHasAKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CommentTag("", "x"));
  }

  /** What a conforming writer encodes comes back. */
  @Tag("long")
  @Test
  void anyKeysAndValuesSurviveSqlcommenter() {
    Random random = new Random(11);
    for (int run = 0; run < 5_000; run++) {
      List<CommentTag> tags =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(i -> new CommentTag("k" + i + randomText(random), randomText(random)))
              .toList();
      String body =
          tags.stream()
              .map(tag -> urlEncoded(tag.key()) + "='" + urlEncoded(tag.value()) + "'")
              .collect(Collectors.joining(random.nextBoolean() ? "," : " , "));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      assertThat(CommentTags.parse(bytes, 0, bytes.length)).as(body).isEqualTo(tags);
    }
  }

  @Test
  void anyBytesHaveAnAnswer() {
    Random random = new Random(12);
    byte[] alphabet = "ab:,='\\%+/ \n\t\"4c\u00e9".getBytes(StandardCharsets.UTF_8);
    for (int run = 0; run < 200_000; run++) {
      byte[] bytes = new byte[random.nextInt(30)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);
      List<CommentTag> tags = CommentTags.parse(bytes, from, to);
      byte[] alone = Arrays.copyOfRange(bytes, from, to);
      assertThat(tags).isEqualTo(CommentTags.parse(alone, 0, alone.length));
    }
  }

  @Test
  void lookingAtUnwantedTagsAllocatesNothing() {
    byte[][] bodies = {
      "traceparent='00-5bd66ef5095369c7b0d1f8f4bd33716a-c532cb4098ac3dd2-01',route='%2Fa'"
          .getBytes(StandardCharsets.UTF_8),
      "application:web,controller:coupons,action:index,line:/a.rb:12"
          .getBytes(StandardCharsets.UTF_8),
      "an ordinary comment".getBytes(StandardCharsets.UTF_8)
    };
    byte[] wanted = "team".getBytes(StandardCharsets.UTF_8);
    int[] found = new int[1];
    CommentTagVisitor visitor =
        (bytes, keyFrom, keyTo, valueFrom, valueTo, form) -> {
          if (Arrays.equals(bytes, keyFrom, keyTo, wanted, 0, wanted.length)) {
            found[0]++;
          }
        };
    int rounds = 100_000;
    visitAll(bodies, visitor, rounds);
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    visitAll(bodies, visitor, rounds);
    long allocatedBytes = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocatedBytes).isLessThan(rounds);
    assertThat(found[0]).isZero();
  }

  private static void visitAll(byte[][] bodies, CommentTagVisitor visitor, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (byte[] body : bodies) {
        CommentTags.visit(body, 0, body.length, visitor);
      }
    }
  }

  private static String parsed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return CommentTags.parse(bytes, 0, bytes.length).stream()
        .map(tag -> "[" + tag.key() + "=" + tag.value() + "]")
        .collect(Collectors.joining());
  }

  private static String randomText(Random random) {
    String alphabet = "abcXYZ019 ,='\":%+\\/*?\n会é\ud83d\ude80";
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  /** As encodeURIComponent and its like, which leave few bytes as they are. */
  private static String urlEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = CommentTags.isLetter(b) || (b >= '0' && b <= '9') || b == '_';
      encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return encoded.toString();
  }
}
