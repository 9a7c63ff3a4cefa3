package raftlab.data.minimath;

/** The seven subjects of MiniMath, named after those of the MATH benchmark (arXiv 2103.03874). */
public enum Subject {
  ARITHMETIC("arithmetic"),
  PREALGEBRA("prealgebra"),
  ALGEBRA("algebra"),
  NUMBER_THEORY("number theory"),
  COUNTING("counting and probability"),
  SEQUENCES("sequences"),
  GEOMETRY("geometry");

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  /** Returns the name written to the column {@code subject}. */
  public String label() {
    return label;
  }
}
