package dev.watershed.sql.definition;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Token.Kind;
import dev.watershed.sql.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Walks over the tokens of one statement, and knows the text behind them. */
final class TokenCursor {

  private static final int MOST_CHARS = 1 << 20;

  private final String script;
  private final List<Token> tokens;
  private final SqlMode mode;
  private final LiteralPolicy literals;
  private final ScriptPlaces places;
  private final Token end;
  private int at;

  TokenCursor(
      String script,
      List<Token> tokens,
      SqlMode mode,
      LiteralPolicy literals,
      ScriptPlaces places) {
    this.script = script;
    this.tokens = tokens;
    this.mode = mode;
    this.literals = literals;
    this.places = places;
    int behind = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).to();
    this.end = new Token(Kind.END, "", behind, behind);
  }

  Token peek(int ahead) {
    int index = at + ahead;
    return index < tokens.size() ? tokens.get(index) : end;
  }

  Token take() {
    Token token = peek(0);
    at = Math.min(at + 1, tokens.size());
    return token;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Whether these words come next. */
  boolean isAt(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isAt(char symbol) {
    return peek(0).isSymbol(symbol);
  }

  /** Takes these words if they come next. */
  boolean takeIf(String... words) {
    boolean there = isAt(words);
    if (there) {
      at += words.length;
    }
    return there;
  }

  boolean takeIf(char symbol) {
    boolean there = isAt(symbol);
    if (there) {
      at++;
    }
    return there;
  }

  void require(String word) throws UnreadableDefinitionException {
    if (!takeIf(word)) {
      throw unexpected(word);
    }
  }

  void require(char symbol) throws UnreadableDefinitionException {
    if (!takeIf(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  /** Takes a name. */
  String name(String what) throws UnreadableDefinitionException {
    if (!peek(0).isName()) {
      throw unexpected(what);
    }
    return take().text();
  }

  /** Takes {@code [schema.]name}. */
  QualifiedName qualifiedName(String what) throws UnreadableDefinitionException {
    String first = name(what);
    if (takeIf('.')) {
      return new QualifiedName(Optional.of(first), name(what));
    }
    return new QualifiedName(Optional.empty(), first);
  }

  /** Takes a whole number. */
  int number(String what) throws UnreadableDefinitionException {
    return number(what, Integer.MAX_VALUE);
  }

  /** Takes a whole number that is at most so large. */
  int number(String what, int most) throws UnreadableDefinitionException {
    Token token = peek(0);
    try {
      if (token.kind() == Kind.NUMBER && Integer.parseInt(token.text()) <= most) {
        return Integer.parseInt(take().text());
      }
    } catch (NumberFormatException tooLarge) {
      throw unexpected(what);
    }
    throw unexpected(what);
  }

  /** Takes a word, name or string: values of options may be either. */
  String wordOrString(String what) throws UnreadableDefinitionException {
    if (peek(0).isName() || peek(0).kind() == Kind.STRING) {
      return take().text();
    }
    throw unexpected(what);
  }

  /** Takes {@code ( … )} with what is nested in it; returns what is between, as the policy says. */
  String parentheses(String what) throws UnreadableDefinitionException {
    Token open = peek(0);
    if (!open.isSymbol('(')) {
      throw unexpected(what);
    }
    int first = at + 1;
    skipParentheses();
    int last = at - 2;
    return first > last ? "" : text(tokens.get(first).from(), tokens.get(last).to());
  }

  /** Skips {@code ( … )} if it comes next. */
  void skipParentheses() throws UnreadableDefinitionException {
    if (!isAt('(')) {
      return;
    }
    int depth = 0;
    do {
      if (atEnd()) {
        throw unexpected("')'");
      }
      Token token = take();
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    } while (depth > 0);
  }

  /** Takes everything that is left; returns it as the policy says. */
  String rest() {
    return until(tokens.size());
  }

  /** Takes the tokens before this one; returns them as the policy says. */
  String until(int index) {
    int first = at;
    at = index;
    return first >= index ? "" : text(tokens.get(first).from(), tokens.get(index - 1).to());
  }

  /** How many tokens were taken. */
  int position() {
    return at;
  }

  int size() {
    return tokens.size();
  }

  /** Where the next token is. */
  ScriptPlace place() {
    return places.place(peek(0).from());
  }

  /** Whether these words were taken since a position, outside of parentheses. */
  boolean tookSince(int position, String... words) {
    int depth = 0;
    for (int i = position; i <= at - words.length; i++) {
      depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
      boolean all = depth == 0;
      for (int word = 0; all && word < words.length; word++) {
        all = tokens.get(i + word).is(words[word]);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** The whole statement, as the policy says. */
  String statement() {
    return text(tokens.get(0).from(), tokens.get(tokens.size() - 1).to());
  }

  /** What was taken since a position, as the policy says. */
  String since(int position) {
    return position >= at ? "" : text(tokens.get(position).from(), tokens.get(at - 1).to());
  }

  boolean keepsLiterals() {
    return literals == LiteralPolicy.KEEP;
  }

  UnreadableDefinitionException unexpected(String expected) {
    return new UnreadableDefinitionException(
        peek(0).from(),
        "expected " + expected + ", not " + (mayBeShown() ? peek(0).described() : "this"));
  }

  /** Behind a string that ends too early, its rest would be taken for words. */
  private boolean mayBeShown() {
    return keepsLiterals()
        || tokens.subList(0, Math.min(at, tokens.size())).stream()
            .noneMatch(token -> token.kind() == Token.Kind.STRING);
  }

  private String text(int from, int to) {
    String written = script.substring(from, to);
    if (keepsLiterals()) {
      return written;
    }
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    return Redactor.redact(bytes, 0, bytes.length, mode, MOST_CHARS).strip();
  }
}
