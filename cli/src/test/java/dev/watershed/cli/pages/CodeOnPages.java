package dev.watershed.cli.pages;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What pages print as code: between backticks, and indented by four blanks. */
final class CodeOnPages {

  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern BLOCK = Pattern.compile("(?m)^ {4,}(.*)$");
  private static final Pattern NAME = Pattern.compile("…?[A-Za-z][A-Za-z0-9_]*…?");

  private final Set<String> names = new TreeSet<>();

  CodeOnPages(Collection<String> pages) {
    pages.stream()
        .flatMap(CodeOnPages::code)
        .flatMap(code -> NAME.matcher(code).results().map(MatchResult::group))
        .forEach(names::add);
  }

  private static Stream<String> code(String page) {
    return Stream.of(SPAN, BLOCK)
        .flatMap(pattern -> pattern.matcher(page).results().map(found -> found.group(1)));
  }

  /** Whether a name is there, or a part of it with an ellipsis for the rest. */
  boolean has(String name) {
    return names.contains(name) || names.stream().anyMatch(shortened(name));
  }

  private static Predicate<String> shortened(String name) {
    return part ->
        part.startsWith("…") && name.endsWith(part.substring(1))
            || part.endsWith("…") && name.startsWith(part.substring(0, part.length() - 1));
  }
}
