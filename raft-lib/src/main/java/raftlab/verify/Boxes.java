package raftlab.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds boxed answers in one pass. A box counts only if its braces balance; a box inside a box is
 * part of it.
 */
final class Boxes {

  private static final int BETWEEN = 40;
  private static final int MOST = 1_000;

  /** A box: where its content starts and ends, and where the whole starts and ends. */
  private record Span(int outerStart, int start, int end, int outerEnd) {}

  private final String text;
  private final int from;
  private final int to;

  /** No end of a box without braces stands between one that was looked for and this place. */
  private int bracelessEnd;

  Boxes(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /**
   * Returns the last box of a text, looked for near its end first: what stands far before the last
   * box matters only where all are joined.
   */
  static Extraction last(String text, int from, int to, Rules.FarBoxes far) {
    int near = AnswerExtractor.near(from, to);
    boolean split = near > from && far != Rules.FarBoxes.JOIN;
    Extraction box = split ? new Boxes(text, near, to).last(far) : null;
    return box == null ? new Boxes(text, from, to).last(far) : box;
  }

  /** Returns the last box, joined with those next to it, or null if there is none. */
  private Extraction last(Rules.FarBoxes far) {
    int first = text.indexOf("box", from);
    if (first < 0 || first >= to) {
      return null;
    }
    List<Span> spans = spans(Math.max(from, first - 2));
    if (spans.isEmpty()) {
      return null;
    }
    int joined = spans.size() - 1;
    while (joined > 0 && joins(far, spans.get(joined - 1), spans.get(joined))) {
      joined--;
    }
    return joined == spans.size() - 1 ? single(spans.get(joined)) : join(spans, joined);
  }

  private Extraction single(Span span) {
    return Extraction.trimmed(text, span.start(), span.end(), ExtractionRule.BOX);
  }

  private Extraction join(List<Span> spans, int first) {
    List<String> parts = new ArrayList<>();
    for (Span span : spans.subList(first, spans.size())) {
      String part = single(span).text();
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
    int end = spans.get(spans.size() - 1).end();
    String all = String.join(", ", parts);
    return new Extraction(all, spans.get(first).start(), end, ExtractionRule.BOX);
  }

  /** Matches braces with a stack of opening places, so that unclosed boxes cost no second look. */
  private List<Span> spans(int begin) {
    List<Span> spans = new ArrayList<>();
    int[] open = new int[16];
    int depth = 0;
    int lastClose = text.lastIndexOf('}', to - 1);
    if (lastClose < begin && text.indexOf("boxed ", begin) < 0) {
      return spans;
    }
    for (int i = begin; i < to && (i <= lastClose || bracelessEnd < to); i++) {
      char c = text.charAt(i);
      if (c < '{' && c != '\\' && c != 'd') {
        continue; // nearly every character, told by one comparison
      }
      if (c == '\\' && i + 1 < to && escapable(text.charAt(i + 1))) {
        i++;
      } else if (c == '{') {
        if (depth == open.length) {
          open = java.util.Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = i;
      } else if (c == '}' && depth > 0) {
        depth--;
        add(spans, open[depth], i);
      } else if (c == 'd' && bracelessEnd < to && boxedWithoutBrace(i)) {
        i = addBraceless(spans, i);
      }
    }
    return spans;
  }

  private static boolean escapable(char c) {
    return c == '{' || c == '}' || c == '\\';
  }

  private void add(List<Span> spans, int brace, int close) {
    int name = nameStart(brace);
    if (name < 0) {
      return;
    }
    while (!spans.isEmpty() && spans.get(spans.size() - 1).outerStart() > name) {
      spans.remove(spans.size() - 1);
    }
    if (spans.size() == 2 * MOST) {
      spans.subList(0, MOST).clear();
    }
    spans.add(new Span(name, brace + 1, close, close + 1));
  }

  private int nameStart(int brace) {
    int end = brace;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (text.startsWith("\\boxed", end - 6) && end - 6 >= from) {
      return end - 6;
    }
    return text.startsWith("\\fbox", end - 5) && end - 5 >= from ? end - 5 : -1;
  }

  /** {@code \boxed 7$}: the content runs to the dollar sign or the end of the line. */
  private boolean boxedWithoutBrace(int d) {
    return d - 5 >= from
        && d + 2 < to
        && text.charAt(d + 1) == ' '
        && text.startsWith("\\boxed", d - 5)
        && text.charAt(d + 2) != '{'
        && !Character.isLetter(text.charAt(d + 2));
  }

  private int addBraceless(List<Span> spans, int d) {
    int end = Math.max(d + 2, bracelessEnd);
    while (end < to && !endsBraceless(text.charAt(end))) {
      end++;
    }
    bracelessEnd = end;
    if (end < to && text.charAt(end) == '$') {
      spans.add(new Span(d - 5, d + 2, end, end));
    }
    return d;
  }

  private static boolean endsBraceless(char c) {
    return c == '$' || c == '\n' || c == '{' || c == '}';
  }

  private boolean joins(Rules.FarBoxes far, Span left, Span right) {
    int gap = right.outerStart() - left.outerEnd();
    if (far == Rules.FarBoxes.JOIN) {
      return true;
    }
    if (gap < 0 || gap > BETWEEN) {
      return false;
    }
    String between = unlabelled(text.substring(left.outerEnd(), right.outerStart()));
    return separator(between) || (far == Rules.FarBoxes.NEAR && endsInConjunction(between));
  }

  /** The stretch without a name and an equals sign at its end, as in {@code y = \boxed{7}}. */
  private static String unlabelled(String between) {
    String bare = between.stripTrailing();
    if (!bare.endsWith("=")) {
      return between;
    }
    int end = bare.length() - 1;
    while (end > 0 && bare.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && partOfName(bare.charAt(start - 1))) {
      start--;
    }
    return start == end ? between : bare.substring(0, start);
  }

  private static boolean partOfName(char c) {
    return Character.isLetterOrDigit(c) || "_{}'".indexOf(c) >= 0;
  }

  private static boolean separator(String between) {
    String rest =
        between.replace("\\text", "").replace("\\quad", "").replace("and", "").replace("or", "");
    boolean separated = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (!Character.isWhitespace(c) && "$,;\\(){}&~*".indexOf(c) < 0) {
        return false;
      }
      separated |= c == ',' || c == ';';
    }
    return separated || rest.length() < between.length() || rest.isEmpty();
  }

  /**
   * Words may stand between two boxes if the last of them is "and" or "or", or if there is none.
   */
  private static boolean endsInConjunction(String between) {
    int end = between.length();
    while (end > 0 && !Character.isLetter(between.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(between.charAt(start - 1))) {
      start--;
    }
    String last = between.substring(start, end);
    return last.isEmpty() || last.equals("and") || last.equals("or");
  }
}
