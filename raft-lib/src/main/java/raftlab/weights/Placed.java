package raftlab.weights;

/** A tensor and its bytes' place, counted from the end of the header. */
record Placed(TensorEntry entry, long begin, long end) {

  long length() {
    return end - begin;
  }
}
