package dev.watershed.cli.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Made-up personal data, each different, so that whoever finds it knows the place where it stood.
 * Places are words of small letters.
 */
final class Plants {

  private static final String STEM = "pl4nt";
  private static final Pattern TEXT = Pattern.compile("(?i)" + STEM + "([a-z]+)");

  /** The first digits of made-up card numbers; three more follow. */
  private static final long NUMBER_STEM = 7731805550L;

  private static final Pattern NUMBER = Pattern.compile(NUMBER_STEM + "(\\d{3})");
  private static final Pattern DATE = Pattern.compile("1907-(\\d\\d)-(\\d\\d)");
  private static final int DAYS = 28;

  private final List<String> numbers = new ArrayList<>();
  private final Set<String> places = new TreeSet<>();
  private final List<String> dates = new ArrayList<>();

  /** A name that is an e-mail address. */
  String mail(String place) {
    return name(place) + "@home.example";
  }

  /** A name of letters and a digit. */
  String name(String place) {
    return STEM + checked(place);
  }

  private String checked(String place) {
    if (!place.matches("[a-z]+") || !places.add(place)) {
      throw new IllegalArgumentException(place);
    }
    return place;
  }

  /** The address in hexadecimal digits. */
  String hex(String place) {
    return HexFormat.of().formatHex(mail(place).getBytes(StandardCharsets.UTF_8));
  }

  /** The name in bits. */
  String bits(String place) {
    StringBuilder bits = new StringBuilder();
    for (byte letter : name(place).getBytes(StandardCharsets.UTF_8)) {
      bits.append(String.format("%8s", Integer.toBinaryString(letter)).replace(' ', '0'));
    }
    return bits.toString();
  }

  /** A number of 13 digits. */
  long number(String place) {
    numbers.add(checked(place));
    return NUMBER_STEM * 1000 + numbers.size() - 1;
  }

  /** A date of birth. */
  String date(String place) {
    dates.add(checked(place));
    int index = dates.size() - 1;
    return String.format("1907-%02d-%02d", 1 + index / DAYS, 1 + index % DAYS);
  }

  /** All places, in a new set. */
  Set<String> places() {
    return new TreeSet<>(places);
  }

  /** The places of what is found in the bytes, in any coding. */
  Set<String> found(byte[] bytes) {
    Set<String> places = new TreeSet<>();
    Layers.visit(bytes, layer -> find(layer, places));
    return places;
  }

  private void find(byte[] layer, Set<String> places) {
    String text = new String(layer, StandardCharsets.ISO_8859_1);
    TEXT.matcher(text)
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .forEach(places::add);
    NUMBER.matcher(text).results().forEach(match -> places.add(place(numbers, match, 1)));
    DATE.matcher(text)
        .results()
        .map(match -> DAYS * (number(match, 1) - 1) + number(match, 2) - 1)
        .forEach(index -> places.add(index < dates.size() ? dates.get(index) : "date " + index));
    binaryNumbers(layer, places);
  }

  /** Numbers of eight bytes, least or most significant first, at any place. */
  private void binaryNumbers(byte[] layer, Set<String> places) {
    long big = 0;
    for (int at = 0; at < layer.length; at++) {
      big = big << 8 | layer[at] & 0xff;
      if (at >= 7) {
        for (long value : new long[] {big, Long.reverseBytes(big)}) {
          if (value / 1000 == NUMBER_STEM) {
            places.add(place(numbers, (int) (value % 1000)));
          }
        }
      }
    }
  }

  private static String place(List<String> places, MatchResult match, int group) {
    return place(places, number(match, group));
  }

  private static String place(List<String> places, int index) {
    return index < places.size() ? places.get(index) : "number " + index;
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
