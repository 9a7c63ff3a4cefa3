package raftlab.reward;

/** A text that refuses to be read more often than its budget, so that no pattern can hang. */
final class BudgetedText implements CharSequence {

  private final CharSequence text;
  private final int[] readsLeft;

  BudgetedText(CharSequence text, int reads) {
    this(text, new int[] {reads});
  }

  private BudgetedText(CharSequence text, int[] readsLeft) {
    this.text = text;
    this.readsLeft = readsLeft;
  }

  @Override
  public char charAt(int index) {
    if (--readsLeft[0] < 0) {
      throw new IllegalStateException("the pattern used up its budget of steps on this text");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BudgetedText(text.subSequence(start, end), readsLeft);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
