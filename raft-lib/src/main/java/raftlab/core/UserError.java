package raftlab.core;

/**
 * A mistake of the user, told in up to three short sentences: what (with the value given), what is
 * known, what to do. It carries no stack trace, since the place in our code would not help.
 *
 * <p>What the call itself asks for wrongly is a {@link UsageError}, work that has nothing to work
 * on is {@link NothingToDo}; everything else (a file that is not there, a folder that cannot be
 * written) is of this class.
 */
public class UserError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String what;
  private final String known;
  private final String advice;

  /** {@code known} and {@code advice} may be empty. */
  public UserError(String what, String known, String advice) {
    super(join(what, known, advice), null, false, false);
    this.what = what;
    this.known = known;
    this.advice = advice;
  }

  /** An error that needs no more than one sentence. */
  public UserError(String what) {
    this(what, "", "");
  }

  public String what() {
    return what;
  }

  public String known() {
    return known;
  }

  public String advice() {
    return advice;
  }

  private static String join(String what, String known, String advice) {
    StringBuilder text = new StringBuilder(sentence(what));
    for (String part : new String[] {known, advice}) {
      if (!part.isBlank()) {
        text.append("  ").append(sentence(capitalised(part)));
      }
    }
    return text.toString();
  }

  private static String capitalised(String text) {
    return text.startsWith("-") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String text) {
    String trimmed = text.strip();
    // Lines of a compiler or a listing are no sentence.
    return trimmed.isEmpty()
            || trimmed.indexOf('\n') >= 0
            || ".?!".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0
        ? trimmed
        : trimmed + ".";
  }
}
