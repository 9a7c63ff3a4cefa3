package raftlab.tokenize;

/** A learned rule: two neighbouring tokens become one. */
record Merge(String left, String right) {

  String merged() {
    return left + right;
  }
}
