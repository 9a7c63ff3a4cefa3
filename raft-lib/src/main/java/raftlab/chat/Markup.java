package raftlab.chat;

/**
 * A text that {@code safe} or {@code escape} has marked: what is added to it with {@code +} is
 * escaped for HTML, which some templates do to their tools. Everything else takes it for its text.
 */
record Markup(String text) {

  /** Returns a marked text as a plain one, and any other value as it is. */
  static Object plain(Object value) {
    return value instanceof Markup markup ? markup.text() : value;
  }

  /** Returns the sum of two texts of which one is marked. */
  static Markup sum(Object a, Object b) {
    return new Markup(safe(a) + safe(b));
  }

  private static String safe(Object value) {
    return value instanceof Markup markup ? markup.text() : escaped(Values.onlyText(value));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }
}
